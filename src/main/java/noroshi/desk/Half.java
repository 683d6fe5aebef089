package noroshi.desk;

/** The two reports of a day. */
public enum Half {
    AM,
    PM
}
