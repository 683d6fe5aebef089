package noroshi.intel.cut;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What one version of an object was brought to one provider without, or is read by all providers of a collection without.
 *
 * @param source the organisation that brought the object to us
 * @param object as the source brought it
 * @param recipient the provider, or the collection
 * @param read whether it is read out of the collection, not brought
 * @param brought whether the rest has left; otherwise the object cannot be without what was cut
 * @param left the fields that left by themselves
 * @param cut the fields that were held back
 * @param answer what a person let out
 * @param sentAt when that left
 * @param settledAt when it showed that it cannot leave
 */
public record Cut(
        UUID id,
        String stixId,
        UUID source,
        UUID recipient,
        String recipientName,
        boolean read,
        Tlp tlp,
        @SuppressWarnings("ArrayRecordComponent") byte[] object, // handed on, never compared
        boolean brought,
        List<String> left,
        List<String> cut,
        Instant at,
        Optional<Answer> answer,
        Optional<Instant> sentAt,
        Optional<Instant> settledAt) {
    public Cut {
        left = List.copyOf(left);
        cut = List.copyOf(cut);
    }

    /** How it stands. */
    public enum Standing {
        WAITS,
        KEPT,
        RELEASED,
        SENT,
        SETTLED
    }

    public Standing standing() {
        if (answer.isEmpty()) {
            return Standing.WAITS;
        }
        if (sentAt.isPresent()) {
            return Standing.SENT;
        }
        if (settledAt.isPresent()) {
            return Standing.SETTLED;
        }
        return answer.get().released().isEmpty() ? Standing.KEPT : Standing.RELEASED;
    }

    /** The fields that a person let out: all, some or none. */
    public record Answer(List<String> released, Instant at) {
        public Answer {
            released = List.copyOf(released);
        }
    }
}
