package noroshi.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.membership.OrganisationName;

/**
 * What one organisation opened of the bulletins of a period that were addressed to it.
 *
 * @param traits its categories and key services today
 * @param people how many of its people opened one
 * @param lastAt when somebody of it opened one last
 */
public record OrganisationReach(
        OrganisationName name,
        List<Trait> traits,
        int addressed,
        int opened,
        int people,
        Optional<Duration> median,
        Optional<Instant> lastAt) {
    /** Nobody of it opened anything. */
    public boolean silent() {
        return opened == 0;
    }

    public boolean is(String code) {
        return traits.stream().anyMatch(trait -> trait.code().equals(code));
    }
}
