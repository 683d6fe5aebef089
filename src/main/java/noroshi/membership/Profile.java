package noroshi.membership;

import java.util.Optional;
import noroshi.shared.Seen;

/** What people say about themselves, and how they want to be shown things. */
public record Profile(
        String name,
        String kana,
        String nameEn,
        Optional<String> email,
        String titleJa,
        String titleEn,
        String locale,
        String level,
        String theme) {
    /** What a form shows of it. */
    public Seen seen() {
        return Seen.of(this);
    }
}
