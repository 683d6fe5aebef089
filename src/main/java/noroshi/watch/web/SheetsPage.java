package noroshi.watch.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.site.FormErrors;

/**
 * The hand-over: what is to be handed over now, and what was.
 *
 * @param owed hand-overs that are late, in words
 */
public record SheetsPage(Optional<Draft> draft, List<String> owed, List<Line> lines, String typed, FormErrors errors) {

    /** What is to be handed over. */
    public record Draft(String shift, Instant begins, Instant since, List<FactsPart> facts) {}

    /**
     * One sheet.
     *
     * @param taken by whom it was taken over; empty while nobody has
     */
    public record Line(String shift, String path, String by, Instant at, String taken, int facts) {}
}
