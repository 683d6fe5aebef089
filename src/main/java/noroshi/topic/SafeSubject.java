package noroshi.topic;

import noroshi.shared.RuleBroken;

/** A line that its author wrote to stand in mail and feeds where the title may not; often there is none. */
public record SafeSubject(String text) {
    public static final SafeSubject NONE = new SafeSubject("");

    private static final int LONGEST = 100;

    public SafeSubject {
        text = text.strip();
        if (text.length() > LONGEST) {
            throw new RuleBroken("topic.safe-subject-too-long", LONGEST);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new RuleBroken("topic.unreadable-character");
        }
    }
}
