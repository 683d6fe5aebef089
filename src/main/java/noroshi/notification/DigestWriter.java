package noroshi.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import noroshi.shared.Tlp;
import noroshi.site.Words;
import org.springframework.stereotype.Component;

/** Writes the digest of a day; it carries the strictest label of what it tells. */
@Component
class DigestWriter {
    private static final int MOST = 50;

    private final LetterWriter letters;
    private final Words words;

    DigestWriter(LetterWriter letters, Words words) {
        this.letters = letters;
        this.words = words;
    }

    LetterWriter.Written write(List<Shown> all, Locale locale) {
        var label = all.stream().map(Shown::tlp).reduce(Tlp.CLEAR, Tlp::strictest);
        var hinted = all.stream().filter(Shown.Present.class::isInstance).count();
        var told =
                all.stream().filter(shown -> !(shown instanceof Shown.Present)).toList();
        var lines = new ArrayList<String>();
        lines.add(label.label());
        lines.add("");
        lines.add(words.text(locale, "notification.digest.head", all.size()));
        for (var shown : told.stream().limit(MOST).toList()) {
            lines.add("");
            lines.add("- " + shown.tlp().label());
            letters.told(shown, locale).forEach(line -> lines.add("  " + line));
            lines.add("  " + letters.address("/notifications/" + shown.item()));
        }
        if (told.size() > MOST) {
            lines.add("");
            lines.add(words.text(locale, "notification.digest.more", told.size() - MOST));
        }
        if (hinted > 0) {
            lines.add("");
            lines.add("- " + Tlp.RED.label());
            lines.add("  " + words.text(locale, "notification.present"));
        }
        lines.add("");
        lines.add(words.text(locale, "notification.mail.read"));
        lines.add(letters.address("/notifications"));
        lines.addAll(letters.foot(label, locale, "notification.mail.stop"));
        return new LetterWriter.Written(
                letters.subject(label, words.text(locale, "notification.digest.subject", all.size())),
                String.join("\r\n", lines));
    }
}
