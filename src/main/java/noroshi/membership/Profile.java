package noroshi.membership;

import java.util.List;
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
    /** Everything by which others call them. */
    List<String> called() {
        return List.of(name, kana, nameEn, titleJa, titleEn);
    }

    /** What a form shows of it. */
    public Seen seen() {
        return Seen.of(this);
    }
}
