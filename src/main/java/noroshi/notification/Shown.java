package noroshi.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;

/** What a channel may show of one item: whoever writes a message has this and no more. */
public sealed interface Shown {
    /** Where the reader finds the rest, after signing in. */
    UUID item();

    /** The label, which stands before everything else. */
    Tlp tlp();

    /**
     * The title and everything of an outline; never the text.
     *
     * @param reason why the topic was withdrawn; empty for everything else
     */
    record Titled(Outlined outline, String title, String reason) implements Shown {
        @Override
        public UUID item() {
            return outline.item();
        }

        @Override
        public Tlp tlp() {
            return outline.tlp();
        }
    }

    /**
     * What it is, how much it matters, until when, and why this reader has it.
     *
     * @param safeSubject as its author wrote it; may be empty
     */
    record Outlined(
            UUID item,
            Tlp tlp,
            What what,
            String step,
            Why why,
            Optional<Importance> importance,
            Optional<Instant> due,
            String safeSubject,
            Instant at)
            implements Shown {}

    /** That there is something, and nothing about it. */
    record Present(UUID item, Tlp tlp) implements Shown {}

    /** That something came: its id, for a count to go up. */
    record Counted(UUID item, Tlp tlp) implements Shown {}

    /** Nothing at all. */
    record Withheld(UUID item, Tlp tlp) implements Shown {}
}
