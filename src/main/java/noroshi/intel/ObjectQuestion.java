package noroshi.intel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody looks for in the library.
 *
 * @param q names, aliases or ids that others gave; or one whole STIX id
 * @param type as STIX writes it; empty for all
 * @param after the last line of the page before
 */
public record ObjectQuestion(String q, String type, Optional<Place> after) {
    private static final int LONGEST = 1_000;
    private static final int LAST_YEAR = 9999;

    /** Cuts what is too long, and passes over what is no type. */
    public ObjectQuestion {
        q = q.strip();
        q = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        type = StixId.isType(type) ? type : "";
    }

    /** A place among objects, the newest first; written as {@code 2026-07-23T10:15:00Z_uuid}. */
    public record Place(Instant version, UUID object) {
        /** Nothing for what we did not write: the list begins at its beginning. */
        public static Optional<Place> parse(String written) {
            var parts = written.split("_", 2);
            if (parts.length < 2) {
                return Optional.empty();
            }
            try {
                var version = Instant.parse(parts[0]);
                var year = version.atOffset(ZoneOffset.UTC).getYear();
                return year < 0 || year > LAST_YEAR
                        ? Optional.empty()
                        : Optional.of(new Place(version, UUID.fromString(parts[1])));
            } catch (DateTimeException | IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        static Place of(FoundObject object) {
            return new Place(object.version(), object.id());
        }

        @Override
        public String toString() {
            return version + "_" + object;
        }
    }

    /** Whether nothing was asked, so that there is nothing to answer. */
    public boolean nothing() {
        return q.isEmpty() && type.isEmpty();
    }

    /** The whole id, if that is what was typed. */
    Optional<String> exact() {
        return StixId.parse(q).map(StixId::text);
    }
}
