package noroshi.topic;

/** What sort of topic it is; each feature adds its facet to one kind. */
public enum Kind {
    POST,
    QUESTION,
    BULLETIN,
    /** What the Centre tells one organisation alone. */
    NOTICE,
    /** A matter of the consultation desk. */
    MATTER;

    /** Whether its feature alone revises and addresses it. */
    public boolean keptByItsFeature() {
        return this == NOTICE || this == MATTER;
    }
}
