package noroshi.desk;

/** What it does, in the words of the reports upwards. */
public enum Effect {
    SITE_VIEWING,
    SYSTEM_FAILURE,
    LEAK,
    OTHER,
    NONE
}
