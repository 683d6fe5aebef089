package noroshi.membership;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something an organisation is, was or will be.
 *
 * @param from its first day
 * @param to the first day on which it no longer is
 */
public record Period(Trait trait, Reference reference, LocalDate from, Optional<LocalDate> to) {
    public boolean in(LocalDate day) {
        return !from.isAfter(day) && to.stream().allMatch(day::isBefore);
    }

    /** The last day on which it is. */
    public Optional<LocalDate> last() {
        return to.map(day -> day.minusDays(1));
    }
}
