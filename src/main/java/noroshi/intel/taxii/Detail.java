package noroshi.intel.taxii;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.Reason;
import tools.jackson.databind.json.JsonMapper;

/** What the record of an envelope keeps besides the entries themselves. */
record Detail(List<Known> known, List<Said> failed, List<Said> remarks) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTHING = "{\"known\":[],\"failed\":[],\"remarks\":[]}";

    Detail {
        known = List.copyOf(known);
        failed = List.copyOf(failed);
        remarks = List.copyOf(remarks);
    }

    record Known(String id, String version) {}

    /** What is said about a version; about one there may be several. */
    record Said(String id, String version, String key, List<String> arguments) {
        private static Said of(String id, String version, Reason reason) {
            return new Said(id, version, reason.key(), reason.arguments());
        }

        Reason reason() {
            return new Reason(key, arguments);
        }
    }

    static String json(List<Outcome> outcomes) {
        if (outcomes.stream()
                .allMatch(each ->
                        each instanceof Outcome.Taken taken && taken.remarks().isEmpty())) {
            return NOTHING;
        }
        return JSON.writeValueAsString(new Detail(
                outcomes.stream()
                        .filter(Outcome.Known.class::isInstance)
                        .map(Outcome.Known.class::cast)
                        .map(each -> new Known(each.id(), Stamp.text(each.version(), each.digits())))
                        .toList(),
                outcomes.stream()
                        .filter(Outcome.Failed.class::isInstance)
                        .map(Outcome.Failed.class::cast)
                        .map(each -> Said.of(each.id(), each.spelled(), each.reason()))
                        .toList(),
                outcomes.stream().flatMap(Detail::remarks).toList()));
    }

    private static Stream<Said> remarks(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(var position, var id, var version, var digits, var remarks) ->
                remarks(id, Stamp.text(version, digits), remarks);
            case Outcome.Known(var id, var version, var digits, var remarks) ->
                remarks(id, Stamp.text(version, digits), remarks);
            case Outcome.Failed failed -> Stream.empty();
        };
    }

    private static Stream<Said> remarks(String id, String version, List<Reason> remarks) {
        return remarks.stream().map(remark -> Said.of(id, version, remark));
    }

    /** What whoever brought a version should know; once, however often it came in the envelope. */
    Map<Known, List<Reason>> remarked() {
        return remarks.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        said -> new Known(said.id(), said.version()),
                        Collectors.mapping(Said::reason, Collectors.toList())));
    }

    static Detail read(String json) {
        return JSON.readValue(json, Detail.class);
    }
}
