package noroshi.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import noroshi.shared.Actor;

/**
 * Days of a feature that stand in people's calendars; one bean for each. Only what everybody may know leaves
 * this way, and of what some may know that there is such a day.
 */
public interface Dates {
    List<Entry> of(Actor actor, Locale locale);

    /**
     * One or more whole days.
     *
     * @param last day, included
     * @param at when it was entered or changed, as far as that is known
     * @param path of its page
     */
    record Entry(UUID id, String name, LocalDate first, LocalDate last, Instant at, String path) {}
}
