package noroshi.intel.drop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * Something somebody dropped, until they take what is in it or throw it away.
 *
 * @param name of the file; empty when it was pasted
 * @param mail what brought it; none where a person did
 */
public record Dropped(UUID id, String name, String sha256, int size, Instant at, Optional<Mail> mail) {
    /**
     * The mail that it came by. Who sent it is what it says itself.
     *
     * @param label the strictest that the mail is marked with
     * @param leftOut what else was in the mail
     */
    public record Mail(String sender, String subject, Optional<Tlp> label, List<LeftOut> leftOut) {
        public Mail {
            leftOut = List.copyOf(leftOut);
        }
    }
}
