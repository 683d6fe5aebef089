package noroshi.insight;

/** What the national figures count. */
public enum Measure {
    LOGINS,
    VIEWS,
    POSTS,
    COMMENTS
}
