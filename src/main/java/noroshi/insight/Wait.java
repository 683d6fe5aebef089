package noroshi.insight;

import java.time.Instant;
import java.util.Optional;
import noroshi.membership.OrganisationName;

/**
 * One bulletin on its way to one organisation.
 *
 * @param firstAt empty when nobody of it has opened it
 */
public record Wait(TopicName topic, OrganisationName organisation, Optional<Instant> firstAt) {
    /** Which of them: all, those opened, those within the goal, those never opened, or those of one bucket. */
    public record Bucket(String code) {
        public static final Bucket ALL = new Bucket("all");
        public static final Bucket OPENED = new Bucket("opened");
        public static final Bucket GOAL = new Bucket("goal");
        public static final Bucket NEVER = new Bucket("never");

        public static Bucket of(int at) {
            return new Bucket(String.valueOf(at));
        }

        /** As the address says it; what it does not know is all. */
        public static Bucket read(String code) {
            var known = code.matches("[0-9]") && Integer.parseInt(code) <= FirstViews.LIMITS.size();
            return known || code.matches("opened|goal|never") ? new Bucket(code) : ALL;
        }

        /** The number of a bucket of the histogram. */
        public Optional<Integer> at() {
            return code.matches("[0-9]") ? Optional.of(Integer.parseInt(code)) : Optional.empty();
        }
    }
}
