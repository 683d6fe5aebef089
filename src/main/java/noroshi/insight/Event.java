package noroshi.insight;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Seen;

/** Something outside the platform that explains its figures. */
public record Event(UUID id, String code, NewEvent what) {
    public EventKind kind() {
        return what.kind();
    }

    public LocalDate date() {
        return what.date();
    }

    public Optional<Period> period() {
        return what.end().map(end -> new Period(what.date(), end));
    }

    /** What a form shows of it. */
    public Seen seen() {
        return Seen.of(what);
    }

    /** Its name in the reader's language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? what.labelEn() : what.labelJa();
    }
}
