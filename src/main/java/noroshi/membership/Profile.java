package noroshi.membership;

import java.util.Optional;

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
        String theme) {}
