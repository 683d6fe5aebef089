package noroshi.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which reports are due when, and which of them are missing. */
@Component
class Deadlines {
    private final SeriesStore series;
    private final UpwardStore reports;
    private final Ledger ledger;

    Deadlines(SeriesStore series, UpwardStore reports, Ledger ledger) {
        this.series = series;
        this.reports = reports;
        this.ledger = ledger;
    }

    /** The rhythms in force, by code of their series. */
    Map<String, Rhythm> inForce() {
        var today = ledger.today();
        return series.rhythms(today).stream()
                .filter(it -> it.lastDay().stream().noneMatch(today::isAfter))
                .collect(Collectors.toMap(Rhythm::series, it -> it));
    }

    /** Reports that were due and have not been sent, the oldest first; whatever rhythm they were due in. */
    List<Slot> missed() {
        var rhythms = series.everyRhythm(ledger.today());
        if (rhythms.isEmpty()) {
            return List.of();
        }
        var sent = reports.sent(
                rhythms.stream().map(Rhythm::firstDay).min(LocalDate::compareTo).orElseThrow());
        var all = series.all();
        return rhythms.stream()
                .flatMap(rhythm -> all.stream()
                        .filter(it -> it.code().equals(rhythm.series()))
                        .flatMap(it -> missed(it, rhythm, sent)))
                .distinct()
                .sorted(Comparator.comparing(Slot::dueAt))
                .toList();
    }

    private Stream<Slot> missed(Series it, Rhythm rhythm, Set<String> sent) {
        var now = ledger.now();
        var last = rhythm.lastDay().filter(ledger.today()::isAfter).orElse(ledger.today());
        return rhythm.firstDay()
                .datesUntil(last.plusDays(1))
                .flatMap(day -> slots(it, day).stream())
                .filter(slot -> !alreadyPast(rhythm, slot))
                .filter(slot ->
                        slot.dueAt().isBefore(now) && !sent.contains(it.code() + " " + slot.day() + " " + slot.half()));
    }

    private boolean alreadyPast(Rhythm rhythm, Slot slot) {
        return rhythm.begunAt()
                .filter(begun -> begun.atZone(ledger.zone()).toLocalDate().equals(slot.day()))
                .filter(slot.dueAt()::isBefore)
                .isPresent();
    }

    /** The next report of each series that is due, the nearest first. */
    List<Slot> next() {
        var rhythms = inForce();
        if (rhythms.isEmpty()) {
            return List.of();
        }
        var now = ledger.now();
        var today = ledger.today();
        return series.all().stream()
                .filter(it -> rhythms.containsKey(it.code()))
                .flatMap(it -> Stream.concat(slots(it, today).stream(), slots(it, today.plusDays(1)).stream())
                        .filter(slot -> now.isBefore(slot.dueAt()))
                        .filter(slot -> last(rhythms, it).stream().noneMatch(slot.day()::isAfter))
                        .limit(1))
                .sorted(Comparator.comparing(Slot::dueAt))
                .toList();
    }

    private static Optional<LocalDate> last(Map<String, Rhythm> rhythms, Series it) {
        return Optional.ofNullable(rhythms.get(it.code())).flatMap(Rhythm::lastDay);
    }

    private List<Slot> slots(Series it, LocalDate day) {
        return it.times().entrySet().stream()
                .map(time -> new Slot(
                        it,
                        day,
                        time.getKey(),
                        day.atTime(time.getValue()).atZone(ledger.zone()).toInstant()))
                .sorted(Comparator.comparing(Slot::dueAt))
                .toList();
    }
}
