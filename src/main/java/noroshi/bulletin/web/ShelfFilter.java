package noroshi.bulletin.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import noroshi.bulletin.Shelf;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Level;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list as its address carries them; anything unknown filters nothing.
 *
 * @param days how many days back; empty for all
 */
public record ShelfFilter(String importance, String information, String unread, String unconfirmed, String days) {
    public ShelfFilter(
            @Nullable String importance,
            @Nullable String information,
            @Nullable String unread,
            @Nullable String unconfirmed,
            @Nullable String days) {
        this.importance = importance == null ? "" : importance;
        this.information = information == null ? "" : information;
        this.unread = unread == null ? "" : unread;
        this.unconfirmed = unconfirmed == null ? "" : unconfirmed;
        this.days = days == null ? "" : days;
    }

    public boolean unreadOnly() {
        return unread.equals("true");
    }

    public boolean unconfirmedOnly() {
        return unconfirmed.equals("true");
    }

    /** Whether anything is filtered at all. */
    public boolean any() {
        return !importance.isEmpty() || !information.isEmpty() || unreadOnly() || unconfirmedOnly() || !days.isEmpty();
    }

    Shelf shelf(Level level, Instant now) {
        return new Shelf(
                level,
                known(Importance.values(), importance),
                known(InformationKind.values(), information),
                unreadOnly(),
                unconfirmedOnly(),
                period().map(now::minus));
    }

    private Optional<Duration> period() {
        return days.matches("\\d{1,4}") ? Optional.of(Duration.ofDays(Integer.parseInt(days))) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> known(E[] values, String typed) {
        return Arrays.stream(values).filter(each -> each.name().equals(typed)).findFirst();
    }
}
