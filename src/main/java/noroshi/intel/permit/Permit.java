package noroshi.intel.permit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What a source said, or is asked, about bringing one object to one provider.
 *
 * @param tlp the strictest label it holds for
 * @param source the organisation that brought the object
 * @param sentAt when a version was brought last
 * @param deletedAt when the recipient had deleted what it got, as the Centre noted
 */
public record Permit(
        UUID id,
        UUID collection,
        String stixId,
        String name,
        Tlp tlp,
        UUID source,
        UUID recipient,
        String recipientName,
        String purpose,
        UUID askedBy,
        Instant askedAt,
        Optional<Answer> answer,
        Optional<Instant> revokedAt,
        Optional<Instant> sentAt,
        Optional<Instant> deletedAt) {

    /** What the source said, in its words, and for how long. */
    public record Answer(boolean yes, String words, Optional<Instant> until, Instant at) {}

    /** Where it stands. */
    public enum Standing {
        ASKED,
        GIVEN,
        REFUSED,
        OVER,
        REVOKED
    }

    /** Whether it was taken back after something had been brought, and is still there as far as anybody knows. */
    public boolean toDelete() {
        return revokedAt.isPresent() && sentAt.isPresent() && deletedAt.isEmpty();
    }

    public Standing standing(Instant now) {
        if (answer.isEmpty()) {
            return Standing.ASKED;
        }
        if (!answer.get().yes()) {
            return Standing.REFUSED;
        }
        if (revokedAt.isPresent()) {
            return Standing.REVOKED;
        }
        return answer.get().until().filter(end -> !end.isAfter(now)).isPresent() ? Standing.OVER : Standing.GIVEN;
    }
}
