package noroshi.desk;

/** What calls for a party: always, a trait of the reporter, or the system concerned. */
public enum Trigger {
    ALWAYS,
    MINISTRY,
    ASSOCIATION,
    SECTOR,
    CATEGORY,
    /** Where the reporter is at home, such as for the police who are there. */
    REGION,
    /** From the party list of a system, as rehearsed. */
    SYSTEM,
    /** The reporter or the desk chose them. */
    CHOSEN,
    /** An agency that helps. */
    SUPPORT
}
