package noroshi.desk;

/** What the desk writes down for itself. */
public enum NoteKind {
    NOTE,
    DECISION,
    CALL,
    TASK,
    TIME
}
