package noroshi.site;

import java.util.Optional;
import java.util.UUID;

/** Remembers for a day what forms have sent, so that sending one twice does its work once; answered by membership. */
public interface Submissions {
    /** False when the same was sent before, or is being worked at. */
    boolean begin(UUID submission);

    /** Where the same led before; empty while it is being worked at. */
    Optional<String> outcome(UUID submission);

    /** It is done, and the sender was led there; nowhere when the answer was shown at once. */
    void done(UUID submission, String location);

    /** It came to nothing and may be sent again. */
    void forget(UUID submission);
}
