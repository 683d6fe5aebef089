package noroshi.notice.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.notice.Finding;
import noroshi.notice.NoticeFilter;
import noroshi.site.Days;
import org.jspecify.annotations.Nullable;

/**
 * Which notices an address asks for.
 *
 * @param waited {@code view-0} or {@code answer-6}: one bar of a chart of waiting times
 */
public record NoticeQuery(
        String show, String finding, String organisation, String from, String to, String waited, String batch) {

    public NoticeQuery(
            @Nullable String show,
            @Nullable String finding,
            @Nullable String organisation,
            @Nullable String from,
            @Nullable String to,
            @Nullable String waited,
            @Nullable String batch) {
        this.show = or(show);
        this.finding = or(finding);
        this.organisation = or(organisation);
        this.from = or(from);
        this.to = or(to);
        this.waited = or(waited);
        this.batch = or(batch);
    }

    NoticeFilter filter(ZoneId zone) {
        return new NoticeFilter(
                constant(NoticeFilter.Show.values(), show).orElse(NoticeFilter.Show.ALL),
                constant(Finding.values(), finding),
                id(organisation),
                Days.read(from).map(day -> day.atStartOfDay(zone).toInstant()),
                Days.read(to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                bar(),
                id(batch));
    }

    private static Optional<UUID> id(String typed) {
        return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(typed))
                : Optional.empty();
    }

    private Optional<NoticeFilter.Wait> bar() {
        return waited.matches("(view|answer)-\\d")
                ? Optional.of(
                        new NoticeFilter.Wait(waited.startsWith("answer"), waited.charAt(waited.length() - 1) - '0'))
                : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        var wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(constants).filter(it -> it.name().equals(wanted)).findFirst();
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
