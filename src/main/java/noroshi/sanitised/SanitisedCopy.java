package noroshi.sanitised;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A matter told without names: which manuscript it is, what it says about whose it was, and how the reporter was asked.
 *
 * @param told chosen by the desk; what the words say is found in them
 * @param publicAt where the matter can be read already; empty where it is not public
 * @param asking the last time the reporter was asked
 */
public record SanitisedCopy(
        UUID manuscript, Instant begunAt, List<Told> told, String publicAt, Optional<Asking> asking) {

    /** Whether these words are the ones the reporter agreed with. */
    public boolean agreedWith(String digest) {
        return asking.filter(Asking::agreed)
                .filter(it -> it.digest().equals(digest))
                .isPresent();
    }
}
