package noroshi.intel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hashes tell their kind by their length. */
public final class Hashes {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");

    private Hashes() {}

    public static Optional<Spelling.Form> form(String written) {
        var digits = written.toLowerCase(Locale.ROOT);
        if (!HASH.matcher(digits).matches()) {
            return Optional.empty();
        }
        var type = switch (digits.length()) {
            case 64 -> IndicatorType.SHA256;
            case 40 -> IndicatorType.SHA1;
            default -> IndicatorType.MD5;
        };
        return Optional.of(new Spelling.Form(type, digits));
    }
}
