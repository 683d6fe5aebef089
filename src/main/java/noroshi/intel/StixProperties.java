package noroshi.intel;

/**
 * What STIX 2.1 calls the properties of each type of its objects; every other is somebody's own, whether it begins with
 * {@code x_} or not, also where another type has one that is called so.
 */
final class StixProperties {
    private StixProperties() {}

    /** Of a type that the specification does not know, those that all have. */
    static boolean of(String type, String name) {
        return StixTable.common("common").properties().containsKey(name)
                || StixTable.common("observables").properties().containsKey(name)
                || StixTable.of(type)
                        .filter(table -> table.properties().containsKey(name))
                        .isPresent();
    }
}
