package noroshi.topic;

import java.util.Optional;
import noroshi.shared.RuleBroken;

/** A line that its author wrote to stand in mail and feeds where the title may not; often there is none. */
public record SafeSubject(String text) {
    public static final SafeSubject NONE = new SafeSubject("");

    private static final int LONGEST = 100;

    public SafeSubject {
        text = text.strip();
        refusal(text).ifPresent(rule -> {
            throw rule;
        });
    }

    /** Why this cannot be one. */
    public static Optional<RuleBroken> refusal(String text) {
        if (text.strip().length() > LONGEST) {
            return Optional.of(new RuleBroken("topic.safe-subject-too-long", LONGEST));
        }
        return text.strip().chars().anyMatch(Character::isISOControl)
                ? Optional.of(new RuleBroken("topic.safe-subject-one-line"))
                : Optional.empty();
    }
}
