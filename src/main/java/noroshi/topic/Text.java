package noroshi.topic;

import noroshi.shared.RuleBroken;

/** What one level reads in one version: a title and a Markdown body. */
public record Text(String title, String body) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 200_000;

    public Text {
        title = title.strip();
        if (title.isEmpty()) {
            throw new RuleBroken("topic.title-missing");
        }
        if (title.length() > LONGEST_TITLE) {
            throw new RuleBroken("topic.title-too-long", LONGEST_TITLE);
        }
        if (body.length() > LONGEST_BODY) {
            throw new RuleBroken("topic.body-too-long", LONGEST_BODY);
        }
        if (title.indexOf('\0') >= 0 || body.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
    }
}
