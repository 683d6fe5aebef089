package noroshi.watch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.insight.Event;
import noroshi.insight.EventKind;
import noroshi.insight.Events;
import noroshi.insight.Programme;
import noroshi.insight.Programmes;
import noroshi.shared.Actor;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Component;

/** Makes the shifts of days: the hours of each day's mode, and between them the time in which somebody is on call. */
@Component
class Shifts {
    /** A time on call ends at this hour at the latest, so that nobody has it for a whole holiday. */
    private static final LocalTime TURN = LocalTime.of(9, 30);

    private static final int MARGIN = 2;

    private final Programmes programmes;
    private final Events events;
    private final PostStore posts;
    private final ZoneId zone;

    Shifts(Programmes programmes, Events events, PostStore posts, SiteSettings site) {
        this.programmes = programmes;
        this.events = events;
        this.posts = posts;
        this.zone = site.tz();
    }

    ZoneId zone() {
        return zone;
    }

    private static Mode mode(LocalDate day, List<Programme> all) {
        return all.stream()
                        .anyMatch(it ->
                                it.mode() == Programme.Mode.EVENT && it.period().contains(day))
                ? Mode.EVENT
                : Mode.QUIET;
    }

    /** Days with the mode of each, and the shifts that begin on them, the first first. */
    record Plan(List<Shift> shifts, Map<LocalDate, Mode> modes) {}

    List<Shift> of(LocalDate from, LocalDate to, Actor actor) {
        return plan(from, to, actor).shifts();
    }

    Plan plan(LocalDate from, LocalDate to, Actor actor) {
        var hours = posts.hours();
        var all = programmes.all(actor);
        var modes = from.minusDays(MARGIN)
                .datesUntil(to.plusDays(MARGIN + 1L))
                .collect(Collectors.toMap(day -> day, day -> mode(day, all)));
        var holidays = events.all(actor).stream()
                .filter(event -> event.kind() == EventKind.HOLIDAY)
                .map(Event::date)
                .collect(Collectors.toSet());
        var proper = new ArrayList<Shift>();
        from.minusDays(MARGIN)
                .datesUntil(to.plusDays(MARGIN + 1L))
                .forEach(day -> hours.stream()
                        .filter(it -> it.inForce(day)
                                && it.mode() == modes.get(day)
                                && it.days().contains(off(day, holidays)))
                        .forEach(it -> proper.add(shift(it, day))));
        proper.sort(Comparator.comparing(Shift::begins));
        var shifts = covered(proper, start(from.minusDays(MARGIN)), start(to.plusDays(MARGIN))).stream()
                .filter(it -> !it.day().isBefore(from) && !it.day().isAfter(to))
                .toList();
        return new Plan(shifts, modes);
    }

    private static boolean off(LocalDate day, Set<LocalDate> holidays) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(day);
    }

    private Shift shift(Hours hours, LocalDate day) {
        var begins = day.atStartOfDay().plusMinutes(hours.begins()).atZone(zone);
        return new Shift(
                Optional.of(hours),
                day,
                begins.toInstant(),
                begins.plusMinutes(hours.minutes()).toInstant());
    }

    /** The same with what lies between them. */
    private List<Shift> covered(List<Shift> proper, Instant from, Instant to) {
        var all = new ArrayList<Shift>();
        var covered = from;
        for (var shift : proper) {
            onCall(covered, shift.begins(), all);
            all.add(shift);
            covered = shift.ends().isAfter(covered) ? shift.ends() : covered;
        }
        onCall(covered, to, all);
        return all;
    }

    private void onCall(Instant from, Instant to, List<Shift> all) {
        var begins = from;
        while (begins.isBefore(to)) {
            var day = LocalDate.ofInstant(begins, zone);
            var turn = day.atTime(TURN).atZone(zone).toInstant();
            var next = turn.isAfter(begins)
                    ? turn
                    : day.plusDays(1).atTime(TURN).atZone(zone).toInstant();
            var ends = next.isBefore(to) ? next : to;
            all.add(new Shift(Optional.empty(), day, begins, ends));
            begins = ends;
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
