package noroshi.intel.drop;

/** What something dropped is read as. */
public enum Format {
    STIX,
    MISP,
    CSV,
    /** One value on each line. */
    LIST,
    /** Words with values among them. */
    TEXT,
    MAIL
}
