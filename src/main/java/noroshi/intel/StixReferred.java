package noroshi.intel;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a reference may name.
 *
 * @param types of objects; SDO, SCO and SRO stand for a whole family and for types that the specification does not
 *     know; none for any
 */
record StixReferred(Set<String> types) {
    StixReferred {
        types = Set.copyOf(types);
    }

    boolean holds(String type) {
        return types.isEmpty() || types.contains(type) || !type.equals("bundle") && holdsFamily(type);
    }

    private boolean holdsFamily(String type) {
        var families = types.contains("SDO") || types.contains("SCO") || types.contains("SRO");
        return families
                && StixType.named(type)
                        .map(known -> switch (known.family()) {
                            case DOMAIN -> types.contains("SDO");
                            case OBSERVABLE -> types.contains("SCO");
                            case RELATIONSHIP -> types.contains("SRO");
                            default -> false;
                        })
                        .orElse(true);
    }

    @Override
    public String toString() {
        return String.join(", ", new TreeSet<>(types));
    }
}
