package noroshi.site;

/**
 * One line of a comparison between two versions.
 *
 * @param kind whether the line stayed, came or went
 */
public record Change(Kind kind, String text) {
    /** What happened to the line. */
    public enum Kind {
        KEPT,
        ADDED,
        REMOVED
    }
}
