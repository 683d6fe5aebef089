package noroshi.desk.web;

import java.util.List;
import noroshi.desk.Matter;

/** The reader's own matters, and those that others let them read. */
public record ListPage(List<Line> ours, List<Line> shared) {
    /** One matter with whose it is. */
    public record Line(Matter matter, String by) {}
}
