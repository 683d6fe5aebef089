package noroshi.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.notification.Row;
import noroshi.site.Step;
import noroshi.site.Ui;

/**
 * What a reader is told.
 *
 * @param communities names of the reader's own
 * @param until the moment the page was made
 */
public record NotificationsPage(
        List<Row> rows, Map<UUID, String> communities, List<Step> shows, Instant until, int number, boolean more) {

    /** Whether something on the page is unread. */
    public boolean unread() {
        return rows.stream().anyMatch(Row::unread);
    }

    /** What happened, in words. */
    public String what(Row row) {
        return Ui.text(row.key());
    }

    /** Why the reader has it, with the name of the community where it is theirs. */
    public String why(Row row) {
        var why = Ui.word("notification.why", row.shown().outline().why());
        return row.circle()
                .map(communities::get)
                .map(name -> Ui.text("notification.why.named", why, name))
                .orElse(why);
    }

    /** The title, or what happened where there is none. */
    public String title(Row row) {
        return row.shown().title().isEmpty() ? what(row) : row.shown().title();
    }
}
