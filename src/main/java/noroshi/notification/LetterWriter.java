package noroshi.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.site.SiteSettings;
import noroshi.site.Words;
import org.springframework.stereotype.Component;

/** Writes messages in the reader's language. It is given what may be shown, and has nothing else. */
@Component
class LetterWriter {
    private static final int LONGEST_SUBJECT = 150;

    private final Words words;
    private final SiteSettings site;

    LetterWriter(Words words, SiteSettings site) {
        this.words = words;
        this.site = site;
    }

    /** Subject and text of a message about one item. */
    record Written(String subject, String body) {}

    Written one(Shown shown, Locale locale, boolean stoppable) {
        var head = headline(shown, locale);
        var lines = new ArrayList<String>();
        lines.add(shown.tlp().label());
        lines.add("");
        lines.addAll(told(shown, locale));
        lines.add("");
        lines.add(words.text(locale, "notification.mail.read"));
        lines.add(address("/notifications/" + shown.item()));
        lines.addAll(foot(shown.tlp(), locale, stoppable ? "notification.mail.stop" : "notification.mail.must"));
        return new Written(subject(shown.tlp(), head), String.join("\r\n", lines));
    }

    /** What its reader asked for, to see whether mail arrives. */
    Written trial(UUID code, Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(Tlp.CLEAR.label());
        lines.add("");
        lines.add(words.text(locale, "notification.mail.trial.what"));
        lines.add(address("/mail-arrived/" + code));
        lines.addAll(foot(Tlp.CLEAR, locale, "notification.mail.trial.foot"));
        return new Written(
                subject(Tlp.CLEAR, words.text(locale, "notification.mail.trial")), String.join("\r\n", lines));
    }

    /** What is said of one item, line by line. */
    List<String> told(Shown shown, Locale locale) {
        return switch (shown) {
            case Shown.Titled titled -> {
                var lines = new ArrayList<String>();
                lines.add(clean(titled.title()));
                lines.addAll(facts(titled.outline(), locale));
                if (!titled.reason().isEmpty()) {
                    lines.add(words.text(locale, "notification.reason", clean(titled.reason())));
                }
                yield lines;
            }
            case Shown.Outlined outlined -> {
                var lines = new ArrayList<String>();
                if (!outlined.safeSubject().isEmpty()) {
                    lines.add(clean(outlined.safeSubject()));
                }
                lines.addAll(facts(outlined, locale));
                yield lines;
            }
            case Shown.Present ignored -> List.of(words.text(locale, "notification.present"));
            case Shown.Counted ignored -> throw unshown(shown);
            case Shown.Withheld ignored -> throw unshown(shown);
        };
    }

    private List<String> facts(Shown.Outlined it, Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(what(it, locale));
        it.importance()
                .ifPresent(importance -> lines.add(words.text(
                        locale,
                        "notification.mail.importance",
                        words.text(
                                locale,
                                "notification.importance." + importance.name().toLowerCase(Locale.ROOT)))));
        it.due().ifPresent(due -> lines.add(words.text(locale, "notification.mail.due", moment(due, locale))));
        lines.add(words.text(locale, "notification.mail.why", why(it.why(), locale)));
        return lines;
    }

    /** The one line that stands for all of it. */
    String headline(Shown shown, Locale locale) {
        var line = switch (shown) {
            case Shown.Titled titled -> titled.title().isEmpty() ? what(titled.outline(), locale) : titled.title();
            case Shown.Outlined outlined ->
                outlined.safeSubject().isEmpty() ? what(outlined, locale) : outlined.safeSubject();
            case Shown.Present ignored -> words.text(locale, "notification.present");
            case Shown.Counted ignored -> throw unshown(shown);
            case Shown.Withheld ignored -> throw unshown(shown);
        };
        return clean(line);
    }

    String what(Shown.Outlined it, Locale locale) {
        return words.text(locale, key(it.what(), it.step()));
    }

    static String key(What what, String step) {
        var key = "notification.what." + what.name().toLowerCase(Locale.ROOT);
        return switch (what) {
            case NOTICE_CHASED, TOPIC_WITHDRAWN -> key + "." + step;
            case BULLETIN_PUBLISHED -> step.isEmpty() ? key : key + "." + step;
            default -> key;
        };
    }

    private String why(Why why, Locale locale) {
        return words.text(locale, "notification.why." + why.name().toLowerCase(Locale.ROOT));
    }

    List<String> foot(Tlp tlp, Locale locale, String ending) {
        return List.of(
                "",
                tlp.label(),
                "-- ",
                site.site().name(),
                words.text(locale, ending),
                address("/settings#notifications"));
    }

    /** The label stands before everything else, in the subject too. */
    String subject(Tlp tlp, String head) {
        var whole = "[" + tlp.label() + "][" + site.site().name() + "] " + clean(head);
        return whole.length() <= LONGEST_SUBJECT ? whole : whole.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    String address(String path) {
        var base = site.url().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    Optional<String> stop(UUID reader, String which, boolean stoppable) {
        return stoppable ? Optional.of(address("/stop-mail/" + reader + "/" + which)) : Optional.empty();
    }

    private String moment(Instant at, Locale locale) {
        var pattern = words.text(locale, "date.full") + " HH:mm (xxx)";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(site.tz()));
    }

    /** One line, without what ends a header or turns text around. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
    }

    private static IllegalStateException unshown(Shown shown) {
        return new IllegalStateException("nothing of this may leave by mail: " + shown.item());
    }
}
