package noroshi.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Changed;

/**
 * What one shift handed over to the next; nobody changes it.
 *
 * @param hours which shift of the day it was
 * @param since what it tells begins where the sheet before it ended
 */
public record Sheet(
        UUID id,
        Optional<UUID> hours,
        Instant begins,
        Instant ends,
        Instant since,
        List<Changed> facts,
        String words,
        Instant handedAt,
        UUID handedBy,
        Optional<Taken> taken) {
    public Sheet {
        facts = List.copyOf(facts);
    }

    /** The next shift has read it. */
    public record Taken(Instant at, UUID by, String answer) {}

    /** A sheet that is to be handed over, composed of what is known now. */
    public record Draft(Optional<UUID> hours, Instant begins, Instant ends, Instant since, List<Changed> facts) {
        public Draft {
            facts = List.copyOf(facts);
        }
    }

    public List<Changed> of(Changed.What what) {
        return facts.stream().filter(it -> it.what() == what).toList();
    }
}
