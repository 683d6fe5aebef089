package noroshi.desk;

/** A lane of the board. */
public enum Lane {
    NEW,
    CHECKING,
    SUPPORT,
    WATCHING,
    DONE
}
