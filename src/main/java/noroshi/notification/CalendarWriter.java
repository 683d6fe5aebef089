package noroshi.notification;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Component;

/** Writes a calendar (RFC 5545) of due times and of days that everybody may know. */
@Component
class CalendarWriter {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 74;

    private final LetterWriter letters;
    private final SiteSettings site;

    CalendarWriter(LetterWriter letters, SiteSettings site) {
        this.letters = letters;
        this.site = site;
    }

    String write(List<Shown> all, List<Dates.Entry> days, Locale locale) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Noroshi//Noroshi//JA");
        line(text, "X-WR-CALNAME:" + escaped(site.site().name()));
        for (var shown : all) {
            switch (shown) {
                case Shown.Titled titled -> event(text, titled, titled.outline(), locale);
                case Shown.Outlined outlined -> event(text, outlined, outlined, locale);
                case Shown less -> {}
            }
        }
        days.forEach(entry -> day(text, entry));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private void event(StringBuilder text, Shown shown, Shown.Outlined outline, Locale locale) {
        outline.due().ifPresent(due -> {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + shown.item() + "@" + site.url().getHost());
            line(text, "DTSTAMP:" + UTC.format(outline.at()));
            line(text, "DTSTART:" + UTC.format(due));
            line(text, "SUMMARY:" + escaped("[" + shown.tlp().label() + "] " + letters.headline(shown, locale)));
            line(text, "DESCRIPTION:" + escaped(String.join("\n", letters.told(shown, locale))));
            line(text, "URL:" + letters.address("/notifications/" + shown.item()));
            line(text, "END:VEVENT");
        });
    }

    /** Whole days; the end is the first day after them. */
    private void day(StringBuilder text, Dates.Entry entry) {
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + entry.id() + "@" + site.url().getHost());
        line(text, "DTSTAMP:" + UTC.format(entry.at()));
        line(text, "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(entry.first()));
        line(
                text,
                "DTEND;VALUE=DATE:"
                        + DateTimeFormatter.BASIC_ISO_DATE.format(entry.last().plusDays(1)));
        line(text, "SUMMARY:" + escaped(LetterWriter.clean(entry.name())));
        line(text, "TRANSP:TRANSPARENT");
        line(text, "URL:" + letters.address(entry.path()));
        line(text, "END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Lines end with CR LF and are folded before the 76th octet, between characters. */
    private static void line(StringBuilder text, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            var letter = Character.toString(line.codePointAt(i));
            var size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
            i += letter.length();
        }
        text.append("\r\n");
    }
}
