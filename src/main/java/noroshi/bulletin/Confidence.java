package noroshi.bulletin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How sure the source is. */
public enum Confidence {
    HIGH("高", "high"),
    MEDIUM("中", "medium"),
    LOW("低", "low"),
    UNKNOWN("不明", "unknown", "-");

    private final List<String> spellings;

    Confidence(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** Reads what an analyst types into a table; nothing typed is unknown. */
    static Optional<Confidence> read(String typed) {
        var word = typed.strip().toLowerCase(Locale.ROOT);
        return word.isEmpty()
                ? Optional.of(UNKNOWN)
                : Arrays.stream(values())
                        .filter(each -> each.spellings.contains(word))
                        .findFirst();
    }
}
