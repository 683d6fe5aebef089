package noroshi.topic;

import java.util.Optional;
import noroshi.shared.RuleBroken;
import noroshi.shared.Unseen;

/**
 * What one level reads in one version: a title and a Markdown body.
 *
 * <p>What stands already is read whatever it says; rules are asked when somebody writes.
 */
public record Text(String title, String body) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_BODY = 200_000;

    public Text {
        title = title.strip();
    }

    /** Why this cannot be the title of anything that is written from now on. */
    public static Optional<RuleBroken> refusal(String title) {
        if (Unseen.all(title)) {
            return Optional.of(new RuleBroken("topic.title-missing"));
        }
        if (title.strip().length() > LONGEST_TITLE) {
            return Optional.of(new RuleBroken("topic.title-too-long", LONGEST_TITLE));
        }
        // A title stands among others' in every list.
        if (Unseen.turning(title)) {
            return Optional.of(new RuleBroken("topic.title-turns"));
        }
        return title.indexOf('\0') < 0 ? Optional.empty() : Optional.of(new RuleBroken("topic.unreadable-character"));
    }

    /** Refuses a reason that nobody gives or that nobody reads. */
    static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RuleBroken("topic.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new RuleBroken("topic.reason-too-long", LONGEST_REASON);
        }
        if (reason.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
    }

    /** Refuses what nobody may write; a title that stands already may stay. */
    void check(Optional<Text> standing) {
        if (standing.filter(it -> it.title.equals(title)).isEmpty()) {
            refusal(title).ifPresent(rule -> {
                throw rule;
            });
        }
        if (body.length() > LONGEST_BODY) {
            throw new RuleBroken("topic.body-too-long", LONGEST_BODY);
        }
        if (body.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
    }
}
