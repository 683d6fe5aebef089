package noroshi.audit.web;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.audit.AuditFilter;
import noroshi.audit.Breadth;
import noroshi.site.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Which entries an address asks for, as it was typed. */
public record AuditQuery(String whose, String person, String act, String subject, String from, String to) {
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    public AuditQuery(
            @Nullable String whose,
            @Nullable String person,
            @Nullable String act,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to) {
        this.whose = or(whose);
        this.person = or(person);
        this.act = or(act);
        this.subject = or(subject);
        this.from = or(from);
        this.to = or(to);
    }

    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                Arrays.stream(Breadth.values())
                        .filter(each -> each.name().equals(whose.toUpperCase(Locale.ROOT)))
                        .findFirst(),
                person.toLowerCase(Locale.ROOT),
                act,
                subject.matches(ID) ? Optional.of(UUID.fromString(subject)) : Optional.empty(),
                Days.read(from).map(day -> day.atStartOfDay(zone).toInstant()),
                Days.read(to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** Whether something was typed that is passed over. */
    boolean unread() {
        return !subject.isEmpty() && !subject.matches(ID)
                || !from.isEmpty() && Days.read(from).isEmpty()
                || !to.isEmpty() && Days.read(to).isEmpty();
    }

    /** The same entries elsewhere, or from the first page on with another word in the address. */
    String address(String path, String name, String value) {
        var words = new LinkedHashMap<String, String>();
        words.put("whose", whose);
        words.put("person", person);
        words.put("act", act);
        words.put("subject", subject);
        words.put("from", from);
        words.put("to", to);
        words.put(name, value);
        words.values().removeIf(String::isEmpty);
        var query = words.entrySet().stream()
                .map(each -> each.getKey() + "=" + UriUtils.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
