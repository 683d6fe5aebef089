package noroshi.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event with what belongs to it.
 *
 * @param owner the organisation whose event it is
 * @param parts its markers, its periods and the days that count as normal for it
 * @param takingPart how many organisations take part, as far as the reader is told
 * @param joined whether the reader's organisation takes part
 */
public record Programme(
        Event event, Mode mode, Optional<UUID> owner, List<Event> parts, int takingPart, boolean joined) {
    private static final int DAYS_BEFORE = 7;

    public Programme {
        parts = List.copyOf(parts);
    }

    /** How much the platform makes of it. */
    public enum Mode {
        /** It stands in the calendar. */
        QUIET,
        /** Everybody's first page shows it. */
        EVENT
    }

    public Period period() {
        return event.period().orElseThrow();
    }

    /** Whether everybody's first page shows it today: in event mode, from a week before its first day. */
    public boolean showsOn(LocalDate today) {
        return mode == Mode.EVENT
                && !today.isBefore(period().from().minusDays(DAYS_BEFORE))
                && !today.isAfter(period().to());
    }

    /** Which of its days it is, from 1; empty before it and after it. */
    public Optional<Integer> day(LocalDate today) {
        return period().contains(today)
                ? Optional.of((int) ChronoUnit.DAYS.between(period().from(), today) + 1)
                : Optional.empty();
    }

    /** The next moment of it, today included. */
    public Optional<Event> next(LocalDate today) {
        return parts.stream()
                .filter(part -> part.kind() == EventKind.MARKER && !part.date().isBefore(today))
                .findFirst();
    }
}
