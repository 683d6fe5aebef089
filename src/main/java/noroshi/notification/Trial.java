package noroshi.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What became of a message that somebody sent themselves, to see whether mail arrives.
 *
 * @param at since when it stands so
 * @param reply what the mail server said last
 */
public record Trial(Standing standing, Instant at, String reply) {
    /** The message key of the sentence that says so. */
    public String key() {
        return "notification.trial." + standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it stands, by what its reader said and what the server said. */
    public enum Standing {
        /** On its way to the server. */
        WAITING,
        /** It did not leave: its address was another when its time came. */
        DROPPED,
        /** This platform sends no mail. */
        KEPT,
        /** The server, or one behind it, does not take it. */
        REFUSED,
        /** A server took it; whether it arrived is not known. */
        HANDED_OVER,
        /** A server took it, and for days nobody said that it arrived. */
        SILENT,
        /** Its reader had it. */
        ARRIVED,
        /** It went to an address that is not theirs any more. */
        ELSEWHERE
    }

    /** Somebody whose message a server took, and who has not said that it came. */
    public record Unconfirmed(UUID person, Instant at) {}
}
