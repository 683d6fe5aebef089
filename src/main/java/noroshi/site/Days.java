package noroshi.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A day as an address or a form spells it (ISO 8601). */
public final class Days {
    private Days() {}

    /** Nothing where nothing was typed, or nothing that is a day. */
    public static Optional<LocalDate> read(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
