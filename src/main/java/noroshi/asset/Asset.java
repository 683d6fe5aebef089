package noroshi.asset;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something an organisation says is theirs.
 *
 * @param shown as people write it
 * @param proof of control, where there was one
 */
public record Asset(
        UUID id,
        UUID organisation,
        AssetKind kind,
        String value,
        String shown,
        String note,
        State state,
        UUID askedBy,
        Instant askedAt,
        Optional<Proof> proof) {

    /** How and when its owner proved control last. */
    public record Proof(How how, Instant at) {
        /** Where they wrote what they were asked to write. */
        public enum How {
            DNS,
            FILE
        }
    }

    /** Where it stands between asking and removal. */
    public sealed interface State {
        /** Nobody at the Centre has looked at it. */
        record Waiting() implements State {}

        /**
         * A second person at the Centre agreed, or its owner proved control.
         *
         * @param by whoever agreed; nobody where the proof decided
         * @param until when it is used no longer, unless renewed
         * @param renewal when its organisation asked to renew it
         */
        record Registered(Optional<UUID> by, Instant at, Instant until, Optional<Instant> renewal) implements State {}

        record Declined(UUID by, Instant at, String reason) implements State {}

        /**
         * Out of the register.
         *
         * @param reason in the Centre's words, where the Centre took it out; else empty
         */
        record Removed(UUID by, Instant at, String reason) implements State {}
    }

    /** Whether it is used at that moment: by notices, checks, and whatever else knows whose something is. */
    public boolean inForce(Instant now) {
        return state instanceof State.Registered registered
                && registered.until().isAfter(now);
    }

    public boolean expired(Instant now) {
        return state instanceof State.Registered && !inForce(now);
    }

    /** Whether it could still be removed. */
    public boolean removable() {
        return state instanceof State.Waiting || state instanceof State.Registered;
    }

    /** Whether its name is drawn like another one: whoever agrees to it looks twice. */
    public boolean lookAlike() {
        return kind.online()
                && AssetSpelling.read(Optional.of(kind), value).cautions().contains(Caution.LOOK_ALIKE);
    }
}
