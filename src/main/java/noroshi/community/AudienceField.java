package noroshi.community;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.shared.RuleBroken;

/** One chosen addressee as a form sends it; its id is not yet checked. */
sealed interface AudienceField {
    int MOST = 300;
    Pattern SHAPE =
            Pattern.compile("(community|organisation|office|person):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    record Everyone() implements AudienceField {}

    record OfCommunity(UUID id) implements AudienceField {}

    record OfOrganisation(UUID id) implements AudienceField {}

    record OfOffice(UUID id) implements AudienceField {}

    record OfPerson(UUID id) implements AudienceField {}

    /** All chosen ones, each once. */
    static Set<AudienceField> all(Collection<String> fields) {
        if (fields.size() > MOST) {
            throw new RuleBroken("audience.too-many", MOST);
        }
        var chosen = new LinkedHashSet<AudienceField>();
        for (var field : fields) {
            chosen.add(read(field).orElseThrow(() -> new RuleBroken("audience.unknown")));
        }
        return chosen;
    }

    /** Those that can be understood, for a form that comes back. */
    static List<AudienceField> readable(Collection<String> fields) {
        return fields.stream()
                .limit(MOST)
                .map(AudienceField::read)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    static Optional<AudienceField> read(String field) {
        if (field.equals(Addressee.Everyone.FIELD)) {
            return Optional.of(new Everyone());
        }
        var shape = SHAPE.matcher(field);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var id = UUID.fromString(shape.group(2));
        return Optional.of(
                switch (shape.group(1)) {
                    case "community" -> new OfCommunity(id);
                    case "organisation" -> new OfOrganisation(id);
                    case "office" -> new OfOffice(id);
                    default -> new OfPerson(id);
                });
    }
}
