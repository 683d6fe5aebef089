package noroshi.notification;

import java.time.ZoneId;
import java.util.Optional;
import noroshi.shared.RuleBroken;

/**
 * How a person wants to be told.
 *
 * @param mail what comes at once by mail; what must be told comes in any case
 * @param digest whether everything else is gathered into one mail a day
 * @param hour of the digest, in the person's own time zone
 * @param quiet when mail that can wait does
 */
public record Preference(Mail mail, boolean digest, int hour, ZoneId zone, Optional<Quiet> quiet) {
    static final int USUAL_HOUR = 8;

    public Preference {
        if (hour < 0 || hour > 23) {
            throw new RuleBroken("notification.hour");
        }
    }

    static Preference usual(ZoneId zone) {
        return new Preference(Mail.DIRECT, true, USUAL_HOUR, zone, Optional.empty());
    }

    /** A time zone by its name. */
    public static ZoneId zone(String name) {
        // A region by its name alone: the database reads the sign of an offset the other way round.
        if (!ZoneId.getAvailableZoneIds().contains(name.strip())) {
            throw new RuleBroken("notification.zone");
        }
        return ZoneId.of(name.strip());
    }

    /** What comes at once by mail. */
    public enum Mail {
        ALL,
        DIRECT,
        MUST
    }

    /** From which hour until which, over midnight too. */
    public record Quiet(int from, int until) {
        public Quiet {
            if (from < 0 || from > 23 || until < 0 || until > 23) {
                throw new RuleBroken("notification.hour");
            }
        }

        /** Nothing is quiet from an hour until the same hour. */
        public static Optional<Quiet> between(int from, int until) {
            return from == until ? Optional.empty() : Optional.of(new Quiet(from, until));
        }
    }
}
