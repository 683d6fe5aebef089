package noroshi.intel.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What one source says of a value.
 *
 * @param id of the source in the library, or of the topic
 * @param place where it is said: an object of the library, or a topic
 * @param organisation who brought it; nobody where the organisation is hidden
 * @param confidence as the source states it, 0 to 100
 * @param alone whether the value alone is enough to suspect something
 * @param role what the value does, in the source's words
 * @param lastAt when the source said it last
 * @param indicatorTypes the kinds of activity it speaks of (STIX 2.1, 10.6: {@code indicator-type-ov}); none where it does not say
 */
public record Saying(
        UUID id,
        Place place,
        String title,
        Optional<UUID> organisation,
        Tlp tlp,
        Optional<Integer> confidence,
        boolean alone,
        String role,
        Instant firstAt,
        Instant lastAt,
        Instant validFrom,
        Optional<Instant> validUntil,
        Optional<Withdrawal> withdrawal,
        List<String> indicatorTypes) {
    public Saying {
        indicatorTypes = List.copyOf(indicatorTypes);
    }

    /** Where it is said. */
    public sealed interface Place {
        record InLibrary(UUID object) implements Place {}

        record InTopic(UUID topic) implements Place {}

        /** In a collection that the reader's machines fetch; the object itself is in another library. */
        record InCollection() implements Place {}
    }

    /** That it is said no longer. */
    public record Withdrawal(Instant at, How how, String why) {}

    /** Why it is said no longer. */
    public enum How {
        /** The source revoked it. */
        REVOKED,
        /** A newer version of the source says something else. */
        SUPERSEDED,
        /** A newer version of the topic does not name it, or the topic was withdrawn. */
        DROPPED,
        /** Somebody of the source took it back. */
        PERSON
    }

    private static final Set<String> HARMLESS = Set.of("benign", "anonymization");
    private static final Set<String> HARM = Set.of("malicious-activity", "compromised");

    /** Whether it calls the value nothing to block: benign, or a service that hides whoever uses it. */
    public boolean harmless() {
        return indicatorTypes.stream().anyMatch(HARMLESS::contains)
                && indicatorTypes.stream().noneMatch(HARM::contains);
    }

    /** Whether it holds at that moment. */
    public boolean holds(Instant now) {
        return withdrawal.isEmpty() && !validFrom.isAfter(now) && !expired(now);
    }

    public boolean expired(Instant now) {
        return validUntil.filter(end -> !end.isAfter(now)).isPresent();
    }
}
