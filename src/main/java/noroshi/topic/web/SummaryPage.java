package noroshi.topic.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Seen;
import noroshi.site.FormErrors;

/** What a thread came to, to be written or read in its earlier words. */
public record SummaryPage(
        UUID topic,
        String title,
        boolean mayWrite,
        String body,
        boolean written,
        List<Earlier> history,
        FormErrors errors,
        Seen seen) {

    /** One earlier state; without words it was taken away. */
    public record Earlier(Instant at, String by, String body) {}
}
