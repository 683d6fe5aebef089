package noroshi.bulletin;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import noroshi.site.SiteSettings;
import noroshi.site.Words;
import noroshi.topic.Importance;
import noroshi.topic.Level;
import org.springframework.stereotype.Component;

/** How lists and rankings call a bulletin: when it was updated, for whom it is written, how much it matters. */
@Component
public class Headlines {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d", Locale.ROOT);

    private final Words words;
    private final SiteSettings site;

    Headlines(Words words, SiteSettings site) {
        this.words = words;
        this.site = site;
    }

    /** Computed, never typed: {@code 7/30更新(プロ)【情報】…}; the first version carries no date. */
    public String of(Level level, Importance importance, String title, int version, Instant revised, Locale locale) {
        var reader = words.text(locale, "bulletin.headline." + code(level));
        var weight = words.text(locale, "bulletin.headline." + code(importance));
        var headline = words.text(locale, "bulletin.headline", reader, weight, title);
        return version == 1
                ? headline
                : words.text(locale, "bulletin.headline.revised", DAY.format(revised.atZone(site.tz()))) + headline;
    }

    /** The headline of a row of the list. */
    public String of(BulletinRow row, Locale locale) {
        return of(row.level(), row.importance(), row.title(), row.version(), row.revisedAt(), locale);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
