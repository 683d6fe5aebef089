package noroshi.notification;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import noroshi.community.Occasions;
import noroshi.community.PlannedDay;
import noroshi.shared.Actor;
import noroshi.site.Words;
import org.springframework.stereotype.Component;

/**
 * What the reader's communities plan stands in their calendar. Of an invited community, of which others do not even learn
 * that it exists, only the day and what kind of day it is.
 */
@Component
class CommunityDates implements Dates {
    private final Occasions occasions;
    private final Words words;

    CommunityDates(Occasions occasions, Words words) {
        this.occasions = occasions;
        this.words = words;
    }

    @Override
    public List<Entry> of(Actor actor, Locale locale) {
        return occasions.mine(actor).stream().map(day -> entry(day, locale)).toList();
    }

    private Entry entry(PlannedDay day, Locale locale) {
        var occasion = day.occasion();
        var kind = words.text(
                locale, "community.occasion." + occasion.kind().name().toLowerCase(Locale.ROOT));
        var name = day.named()
                ? words.text(
                        locale,
                        "notification.calendar.occasion",
                        kind,
                        occasion.name().in(locale),
                        day.community().name().in(locale))
                : kind;
        return new Entry(
                occasion.id(),
                name,
                occasion.date(),
                occasion.date(),
                occasion.date().atStartOfDay().toInstant(ZoneOffset.UTC),
                "/communities/" + day.community().id());
    }
}
