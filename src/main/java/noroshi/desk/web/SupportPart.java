package noroshi.desk.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import noroshi.desk.Support;
import noroshi.site.Choice;

/**
 * Help by agencies, as far as the reader may know of it.
 *
 * @param agencies whom the desk may ask, those that help with what happened first; empty for everybody else
 * @param hint what they were chosen by
 */
public record SupportPart(List<Line> lines, List<Choice> agencies, String hint) {
    /**
     * Help of one agency.
     *
     * @param mine the reader answers for the agency
     * @param ends the reader may end the help
     */
    public record Line(
            Support support, String name, String kinds, List<Finding> findings, boolean mine, boolean ends) {}

    /** What an agency found out, ready to be shown. */
    public record Finding(Instant at, Content words) {}

    public boolean isEmpty() {
        return lines.isEmpty() && agencies.isEmpty();
    }
}
