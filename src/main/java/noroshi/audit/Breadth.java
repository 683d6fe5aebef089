package noroshi.audit;

/** Whose entries somebody looks at; each is backed by an index of its own. */
public enum Breadth {
    /** What the reader did themselves. */
    OWN,
    /** What was done from the organisation that the reader administers. */
    ORGANISATION,
    /** Everything that is not sealed; for custodians that too. */
    ALL,
    /** What was done with the organisation hidden. */
    SEALED
}
