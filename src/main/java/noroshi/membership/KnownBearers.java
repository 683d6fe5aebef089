package noroshi.membership;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.shared.Briefly;
import noroshi.shared.Changes;
import org.springframework.stereotype.Component;

/**
 * Whom tokens speak for, remembered until somebody's rights may have changed, so that a machine that asks a thousand times
 * is looked up a few times and a revoked token ends with the next request.
 *
 * <p>A storm of wrong ones is looked up a few times too, and locks nobody out: a token that was good is looked up
 * whatever else comes from its network.
 */
@Component
public class KnownBearers {
    private static final long MILLIS = 500;
    private static final int MOST = 20_000;

    private final Tokens tokens;
    private final Clock clock;
    private final Briefly<ByteBuffer, Bearer> known;
    private final Map<ByteBuffer, Long> wrong = new ConcurrentHashMap<>();
    private final Guesses looked = new Guesses();
    private final Guesses lookedAgain = new Guesses();
    private final Guesses answered = new Guesses();

    KnownBearers(Tokens tokens, Changes changes, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        this.known = new Briefly<>(changes, clock);
    }

    /** What a token is worth. */
    public sealed interface Answer {}

    /** It is good, and speaks for this machine. */
    public record Good(Bearer bearer) implements Answer {}

    /** It is none, or no longer. */
    public record Wrong() implements Answer {}

    /** Too many wrong ones came from its network in this second. */
    public record TooOften() implements Answer {}

    /**
     * Whom the token speaks for, if it is good.
     *
     * @param network where it came from
     */
    public Answer of(Secret secret, String network) {
        var key = ByteBuffer.wrap(secret.hash());
        var remembered = known.remembered(key);
        if (remembered.isPresent()) {
            return new Good(remembered.get());
        }
        var now = clock.millis();
        var refusedAt = wrong.get(key);
        if (refusedAt != null) {
            if (now >= refusedAt && now - refusedAt < MILLIS || lookedAgain.tooMany(network, now)) {
                return refused(network, now);
            }
            lookedAgain.count(network, now);
        } else if (!known.answered(key) && looked.tooMany(network, now)) {
            return new TooOften();
        }
        var bearer = known.ask(key, () -> tokens.bearer(secret));
        if (bearer.isPresent()) {
            wrong.remove(key);
            return new Good(bearer.get());
        }
        if (wrong.size() >= MOST) {
            wrong.clear();
        }
        if (wrong.put(key, now) == null) {
            looked.count(network, now);
        }
        return refused(network, now);
    }

    private Answer refused(String network, long now) {
        answered.count(network, now);
        return answered.tooMany(network, now) ? new TooOften() : new Wrong();
    }
}
