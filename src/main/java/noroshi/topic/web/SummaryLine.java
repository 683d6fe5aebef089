package noroshi.topic.web;

import gg.jte.Content;
import java.time.Instant;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;

/**
 * What a thread came to, as it stands above it.
 *
 * @param by whose words, with their organisation
 */
public record SummaryLine(String by, boolean staff, Content body, Instant at) {
    static String by(@Nullable Byline by) {
        if (by == null) {
            return Ui.text("topic.unknown-author");
        }
        return by.organisation().isEmpty() ? by.name() : by.organisation() + " " + by.name();
    }
}
