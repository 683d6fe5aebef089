package noroshi.intel.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.shared.Actor;

/** An envelope on its way into a collection, and what has become of each of its objects. */
final class Arrival {
    private final UUID status;
    private final Actor actor;
    private final ReceivedEnvelope envelope;
    private final boolean passesOn;
    private final Optional<UUID> source;
    private volatile Instant at = Instant.EPOCH;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final CountDownLatch turn = new CountDownLatch(1);
    private volatile boolean done;
    private volatile Optional<RuntimeException> fault = Optional.empty();

    /**
     * An envelope.
     *
     * @param passesOn whether it carries words of others that the platform passes on
     * @param source who brought them here before; none when whoever brings them now is the first
     */
    Arrival(UUID status, Actor actor, ReceivedEnvelope envelope, boolean passesOn, Optional<UUID> source) {
        this.status = status;
        this.actor = actor;
        this.envelope = envelope;
        this.passesOn = passesOn;
        this.source = source;
    }

    UUID status() {
        return status;
    }

    Actor actor() {
        return actor;
    }

    boolean passesOn() {
        return passesOn;
    }

    /** Whose objects they are, whoever carries them. */
    UUID source() {
        return source.orElse(actor.organisation());
    }

    byte[] text() {
        return envelope.text();
    }

    List<Received> objects() {
        return envelope.objects();
    }

    List<Received.Fit> fit() {
        return envelope.fit();
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
        turn.countDown();
    }

    /** It is this one's turn to commit, itself and those who wait behind it. */
    void lead() {
        turn.countDown();
    }

    /** Waits until it is done or leads, whatever happens to the machine that sent it. */
    void await() {
        var interrupted = false;
        while (true) {
            try {
                turn.await();
                break;
            } catch (InterruptedException stopping) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void fail(Throwable why) {
        fault = Optional.of(
                why instanceof RuntimeException known
                        ? known
                        : new IllegalStateException("an envelope could not be kept", why));
        finish();
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
