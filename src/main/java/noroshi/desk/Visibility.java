package noroshi.desk;

/** Whether the public knows, or could come to know. */
public enum Visibility {
    UNKNOWN,
    NONE,
    POSSIBLE,
    PUBLIC
}
