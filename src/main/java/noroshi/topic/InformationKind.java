package noroshi.topic;

/** The kinds of information the platform carries (the eight named ones, and the rest). */
public enum InformationKind {
    VULNERABILITY,
    ATTACK_FORESIGHT,
    MALWARE,
    ADVISORY,
    OBSERVATION_ANALYSIS,
    INCIDENT,
    EVENT_SCHEDULE,
    EMERGENCY,
    OTHER
}
