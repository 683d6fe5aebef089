package noroshi.intel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an object stands for, read while its tree is at hand.
 *
 * @param values what an indicator looks for, or the value of an observable; none where they cannot be read
 * @param revoked whether it says that it is taken back
 * @param remarks what whoever brings it should know though it is taken
 */
public record Gist(List<Spelling.Form> values, boolean revoked, List<Reason> remarks) {
    public Gist {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    static Gist of(JsonNode object, Optional<Reason> label) {
        var remarks = new ArrayList<Reason>();
        label.ifPresent(remarks::add);
        return new Gist(values(object, remarks), object.path("revoked").asBoolean(false), remarks);
    }

    private static List<Spelling.Form> values(JsonNode object, List<Reason> remarks) {
        return switch (object.path("type").asString("")) {
            case "indicator" -> lookedFor(object, remarks);
            case "domain-name", "ipv4-addr", "ipv6-addr", "url", "email-addr" ->
                Spelling.form(object.path("value").asString("")).stream().toList();
            default -> List.of();
        };
    }

    private static List<Spelling.Form> lookedFor(JsonNode indicator, List<Reason> remarks) {
        try {
            return Lookouts.values(indicator, new ArrayList<>()).stream()
                    .map(value -> new Spelling.Form(value.type(), value.value()))
                    .toList();
        } catch (Broken unread) {
            remarks.add(Reason.of("intel.taxii.unreadable"));
            remarks.add(unread.reason());
            return List.of();
        }
    }
}
