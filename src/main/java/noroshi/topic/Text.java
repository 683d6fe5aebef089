package noroshi.topic;

import java.util.regex.Pattern;
import noroshi.shared.RuleBroken;

/** What one level reads in one version: a title and a Markdown body. */
public record Text(String title, String body) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 200_000;
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{C}\\p{Z}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}]*");
    /** What turns the direction of the words after it: a title stands among others' in every list. */
    private static final Pattern TURNING = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    public Text {
        title = title.strip();
        if (UNSEEN.matcher(title).matches()) {
            throw new RuleBroken("topic.title-missing");
        }
        if (title.length() > LONGEST_TITLE) {
            throw new RuleBroken("topic.title-too-long", LONGEST_TITLE);
        }
        if (body.length() > LONGEST_BODY) {
            throw new RuleBroken("topic.body-too-long", LONGEST_BODY);
        }
        if (TURNING.matcher(title).find()) {
            throw new RuleBroken("topic.title-turns");
        }
        if (title.indexOf('\0') >= 0 || body.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
    }
}
