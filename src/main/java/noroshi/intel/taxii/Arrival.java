package noroshi.intel.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.shared.Actor;

/** An envelope on its way into a collection, and what has become of each of its objects. */
final class Arrival {
    private final UUID status;
    private final Actor actor;
    private final ReceivedEnvelope envelope;
    private volatile Instant at = Instant.EPOCH;
    private final List<Outcome> outcomes = new ArrayList<>();
    private volatile boolean done;
    private volatile Optional<RuntimeException> fault = Optional.empty();

    Arrival(UUID status, Actor actor, ReceivedEnvelope envelope) {
        this.status = status;
        this.actor = actor;
        this.envelope = envelope;
    }

    UUID status() {
        return status;
    }

    Actor actor() {
        return actor;
    }

    byte[] text() {
        return envelope.text();
    }

    List<Received> objects() {
        return envelope.objects();
    }

    /** Begins, perhaps again after a commit that failed. */
    void begin(Instant now) {
        at = now;
        outcomes.clear();
    }

    void becomes(Outcome outcome) {
        outcomes.add(outcome);
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    void finish() {
        done = true;
    }

    void fail(Throwable why) {
        fault = Optional.of(
                why instanceof RuntimeException known
                        ? known
                        : new IllegalStateException("an envelope could not be kept", why));
        done = true;
    }

    boolean done() {
        return done;
    }

    /** What became of it; throws when it could not be kept. */
    Receipt receipt() {
        fault.ifPresent(why -> {
            throw why;
        });
        return Receipt.of(status, at, outcomes);
    }
}
