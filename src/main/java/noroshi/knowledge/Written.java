package noroshi.knowledge;

import noroshi.shared.RuleBroken;

/** What somebody wrote for an article. */
public record Written(String title, String body) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 50_000;

    public Written {
        title = title.strip();
        body = body.strip();
        if (title.isEmpty() || body.isEmpty()) {
            throw new RuleBroken("knowledge.missing");
        }
        if (title.length() > LONGEST_TITLE || body.length() > LONGEST || (title + body).indexOf('\0') >= 0) {
            throw new RuleBroken("knowledge.too-long", LONGEST_TITLE, LONGEST);
        }
    }
}
