package noroshi.topic;

/**
 * The labels of a topic before and after one of its versions.
 *
 * @param version the version they changed with
 */
public record MarksChange(int version, Marks before, Marks after) {
    /** This change and a later one, as one. */
    public MarksChange and(MarksChange later) {
        return new MarksChange(later.version, before, later.after);
    }
}
