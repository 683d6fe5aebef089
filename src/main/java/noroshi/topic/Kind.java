package noroshi.topic;

/** What sort of topic it is; each feature adds its facet to one kind. */
public enum Kind {
    POST,
    QUESTION,
    BULLETIN,
    /** What the Centre tells one organisation alone. */
    NOTICE
}
