package noroshi.desk;

/** The four kinds of help. */
public enum SupportKind {
    INITIAL_ADVICE,
    INVESTIGATION,
    CONTAINMENT,
    POST_INCIDENT_ADVICE
}
