package noroshi.notice;

import java.time.Instant;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.topic.SafeSubject;

/** What the Centre wants to tell, before it is known to whom. */
public record NewNotice(
        String title,
        Finding finding,
        int severity,
        Tlp tlp,
        String what,
        String advice,
        String observer,
        Instant seenAt,
        Instant due,
        SafeSubject safeSubject) {
    private static final int LONGEST = 20_000;
    private static final int LONGEST_NAME = 100;

    public NewNotice(
            String title,
            Finding finding,
            int severity,
            Tlp tlp,
            String what,
            String advice,
            String observer,
            Instant seenAt,
            Instant due) {
        this(title, finding, severity, tlp, what, advice, observer, seenAt, due, SafeSubject.NONE);
    }

    public NewNotice {
        title = checked(title, 200, "title");
        what = checked(what, LONGEST, "what");
        advice = checked(advice, LONGEST, "advice");
        observer = checked(observer, LONGEST_NAME, "observer");
        if (severity < 1 || severity > 4) {
            throw new RuleBroken("notice.severity");
        }
        if (tlp != Tlp.AMBER && tlp != Tlp.AMBER_STRICT) {
            throw new RuleBroken("notice.tlp");
        }
    }

    private static String checked(String typed, int longest, String field) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new RuleBroken("notice." + field + "-missing");
        }
        if (text.length() > longest) {
            throw new RuleBroken("notice." + field + "-too-long", longest);
        }
        if (text.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
        return text;
    }

    /** Everything the receivers read. */
    String words() {
        return String.join("\n", title, what, advice, observer, safeSubject.text());
    }
}
