package noroshi.desk;

/** What the desk writes down for itself. */
public enum NoteKind {
    NOTE,
    DECISION,
    CALL,
    TASK,
    TIME,
    /** What was secured, where it is kept, and its hash. */
    EVIDENCE
}
