package noroshi.community;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * A circle of trust; its id is an addressee.
 *
 * @param code the short name by which people ask to be let in
 * @param everyoneTakingPart the community of all participating organisations, which nobody joins or leaves by hand
 */
public record Community(UUID id, String code, Kind kind, Profile profile, boolean everyoneTakingPart, State state) {

    /** Who may come in. */
    public enum Kind {
        /** Whoever takes part may join. */
        OPEN,
        /** The leads let people in; others do not learn that it exists. */
        INVITED
    }

    /** Whether it still goes on. */
    public sealed interface State {
        /** Topics are addressed to it. */
        record Running() implements State {}

        /** Its members still read what it was told; nothing new comes. */
        record Closed(Instant at) implements State {}
    }

    public boolean closed() {
        return state instanceof State.Closed;
    }

    /** Somebody comes in by their own decision. */
    void requireJoinable() {
        requireRunning();
        if (kind != Kind.OPEN) {
            throw new RuleBroken("community.not-open");
        }
    }

    void requireRunning() {
        if (closed()) {
            throw new RuleBroken("community.ended");
        }
    }

    /** Seats here are given and taken by hand. */
    void requireOwnSeats() {
        if (everyoneTakingPart) {
            throw new RuleBroken("community.everyone-taking-part");
        }
    }
}
