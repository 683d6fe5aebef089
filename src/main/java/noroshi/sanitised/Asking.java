package noroshi.sanitised;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Channel;

/**
 * The reporter was asked, about exactly these words.
 *
 * @param digest of what was shown; other words have another one
 * @param fits how many organisations it could have been, when they were asked
 * @param publicAt where it can be read already; empty where it is not public
 */
public record Asking(
        UUID id,
        UUID manuscript,
        Instant at,
        Shown shown,
        String digest,
        int fits,
        List<Told> told,
        String publicAt,
        Optional<Answer> answer,
        Optional<Override> override) {

    /**
     * What the reporter said last.
     *
     * @param by who answered, or who at the desk wrote it down
     * @param knowing they agreed although few organisations fit, having been told so
     * @param channel how they said it
     * @param contact whom the desk spoke to; empty where they answered themselves
     */
    public record Answer(
            Instant at, UUID by, boolean agreed, boolean knowing, String words, Channel channel, String contact) {
        /** Written down by the desk; the member has not said so themselves yet. */
        public boolean recorded() {
            return channel != Channel.PLATFORM;
        }
    }

    /** A second person agreed although few organisations fit. */
    public record Override(Instant at, UUID by, String reason) {}

    public boolean agreed() {
        return answer.filter(Answer::agreed).isPresent();
    }

    /** Agreed to, as the desk wrote down; the member has not confirmed it. */
    public boolean unconfirmed() {
        return answer.filter(Answer::recorded).isPresent();
    }

    /** Few organisations fit, and it is not public anyway. */
    public boolean narrow() {
        return fits < Fit.FEW && publicAt.isBlank();
    }
}
