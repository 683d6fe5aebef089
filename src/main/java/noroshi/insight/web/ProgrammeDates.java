package noroshi.insight.web;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import noroshi.insight.Event;
import noroshi.insight.EventKind;
import noroshi.insight.Programme;
import noroshi.insight.Programmes;
import noroshi.notification.Dates;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Events and their markers stand in people's calendars, until a month after they are over. */
@Component
class ProgrammeDates implements Dates {
    private static final int DAYS_AFTER = 31;

    private final Programmes programmes;

    ProgrammeDates(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public List<Entry> of(Actor actor, Locale locale) {
        var oldest = programmes.today().minusDays(DAYS_AFTER);
        return programmes.all(actor).stream()
                .filter(each -> !each.period().to().isBefore(oldest))
                .flatMap(each -> entries(each, locale))
                .toList();
    }

    private static Stream<Entry> entries(Programme programme, Locale locale) {
        return Stream.concat(
                        Stream.of(programme.event()),
                        programme.parts().stream().filter(part -> part.kind() == EventKind.MARKER))
                .map(event -> entry(event, "/events/" + programme.event().id(), locale));
    }

    /** The stamp moves with the day, so that a calendar takes the change over. */
    private static Entry entry(Event event, String path, Locale locale) {
        var last = event.what().end().orElse(event.date());
        return new Entry(
                event.id(),
                event.in(locale),
                event.date(),
                last,
                event.date().atStartOfDay().toInstant(ZoneOffset.UTC),
                path);
    }
}
