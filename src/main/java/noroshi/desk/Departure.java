package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An organisation that was told of a matter was suspended or withdrew while it had it.
 *
 * @param back when it took part again; it reads again from then on
 */
public record Departure(
        UUID matter, UUID organisation, As as, Instant at, Optional<Instant> back, Optional<Instant> settled) {
    /** How it left. */
    public enum As {
        SUSPENDED,
        WITHDRAWN
    }

    /** Whether it is away today. */
    public boolean away() {
        return back.isEmpty();
    }

    /**
     * One that the desk has to see to.
     *
     * @param helping it was asked for help with the matter, and that has not ended
     */
    public record Open(Departure departure, String reference, String number, String title, boolean helping) {
        public String path() {
            return "/desk/" + reference;
        }
    }
}
