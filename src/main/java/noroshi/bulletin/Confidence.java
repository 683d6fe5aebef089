package noroshi.bulletin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How sure the source is. */
public enum Confidence {
    HIGH(85, "高", "high"),
    MEDIUM(50, "中", "medium"),
    LOW(15, "低", "low"),
    UNKNOWN(-1, "不明", "unknown", "-");

    private final int points;

    private final List<String> spellings;

    Confidence(int points, String... spellings) {
        this.points = points;
        this.spellings = List.of(spellings);
    }

    /** On the scale of 0 to 100 that STIX gives for these words; unknown has no place on it. */
    Optional<Integer> points() {
        return points < 0 ? Optional.empty() : Optional.of(points);
    }

    /** One that {@link #read} reads. */
    String spelling() {
        return spellings.getFirst();
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
