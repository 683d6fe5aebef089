package noroshi.intel;

import java.util.Optional;
import java.util.regex.Pattern;

/** The identifier of a STIX object: its type, two hyphens, a UUID; kept as written. */
record StixId(String text) {
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9][a-z0-9-]{0,248}[a-z0-9]--[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST = 300;
    private static final int UUID_LENGTH = 36;

    static Optional<StixId> parse(String text) {
        var wellFormed = text.length() <= LONGEST && SHAPE.matcher(text).matches();
        return wellFormed ? Optional.of(new StixId(text)) : Optional.empty();
    }

    String type() {
        return text.substring(0, text.length() - UUID_LENGTH - 2);
    }

    @Override
    public String toString() {
        return text;
    }
}
