package noroshi.intel;

/** The families of STIX objects; they differ in which common properties they must have. */
enum StixFamily {
    DOMAIN(true, true),
    RELATIONSHIP(true, true),
    OBSERVABLE(false, false),
    MARKING(true, false),
    LANGUAGE(true, true),
    EXTENSION(true, true),
    CUSTOM(false, false);

    private final boolean dated;

    private final boolean versioned;

    StixFamily(boolean dated, boolean versioned) {
        this.dated = dated;
        this.versioned = versioned;
    }

    /** Has {@code created} and {@code spec_version}. */
    boolean dated() {
        return dated;
    }

    /** Has {@code modified}. */
    boolean versioned() {
        return versioned;
    }
}
