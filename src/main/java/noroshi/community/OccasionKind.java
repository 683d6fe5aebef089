package noroshi.community;

/** What a community meets for. */
public enum OccasionKind {
    STUDY,
    NEWS,
    CHECK,
    EXERCISE,
    MEETING
}
