package noroshi.notification;

import java.util.Optional;
import java.util.UUID;

/**
 * One item in its reader's list, on the page.
 *
 * @param circle the community, office or organisation through which the reader has it
 */
public record Row(Shown.Titled shown, Optional<UUID> circle, boolean unread) {
    /** The words for what happened. */
    public String key() {
        return LetterWriter.key(shown.outline().what(), shown.outline().step());
    }

    /** Whether it is about a topic, which carries a label. */
    public boolean labelled() {
        return !shown.title().isEmpty();
    }
}
