package noroshi.insight;

import java.time.Duration;
import java.time.Instant;
import noroshi.membership.OrganisationName;

/**
 * How one organisation viewed one topic.
 *
 * @param addressed whether the topic reaches it today
 * @param firstAt when somebody of it opened it first, until the end of the period
 * @param views within the period
 */
public record Viewed(
        OrganisationName organisation, boolean addressed, Instant publishedAt, Instant firstAt, long views) {
    /** How long after publication. */
    public Duration after() {
        var after = Duration.between(publishedAt, firstAt);
        return after.isNegative() ? Duration.ZERO : after;
    }
}
