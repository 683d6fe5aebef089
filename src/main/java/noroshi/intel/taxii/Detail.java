package noroshi.intel.taxii;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What the record of an envelope keeps besides the entries themselves, and which of those stay near. */
record Detail(List<Known> known, List<Failed> failed, List<Known> near) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTHING = "{\"known\":[],\"failed\":[],\"near\":[]}";

    Detail {
        known = List.copyOf(Objects.requireNonNullElse(known, List.of()));
        failed = List.copyOf(Objects.requireNonNullElse(failed, List.of()));
        near = List.copyOf(Objects.requireNonNullElse(near, List.of()));
    }

    record Known(String id, String version) {}

    record Failed(String id, String version, String key, List<String> arguments) {}

    static String json(List<Outcome> outcomes) {
        if (outcomes.stream().allMatch(each -> each instanceof Outcome.Taken taken && !taken.near())) {
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
                        .map(each -> new Failed(
                                each.id(),
                                each.spelled(),
                                each.reason().key(),
                                each.reason().arguments()))
                        .toList(),
                outcomes.stream().flatMap(each -> near(each).stream()).toList()));
    }

    private static Optional<Known> near(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken taken
            when taken.near() -> Optional.of(new Known(taken.id(), Stamp.text(taken.version(), taken.digits())));
            case Outcome.Known known
            when known.near() -> Optional.of(new Known(known.id(), Stamp.text(known.version(), known.digits())));
            default -> Optional.empty();
        };
    }

    /** Whether a version stays near whoever brought it. */
    boolean near(String id, String version) {
        return near.contains(new Known(id, version));
    }

    static Detail read(String json) {
        return JSON.readValue(json, Detail.class);
    }
}
