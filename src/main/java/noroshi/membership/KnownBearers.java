package noroshi.membership;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import noroshi.shared.Briefly;
import noroshi.shared.Changes;
import org.springframework.stereotype.Component;

/**
 * Whom tokens speak for, remembered until somebody's rights may have changed, so that a machine that asks a thousand times
 * is looked up a few times and a revoked token ends with the next request. That one is wrong is remembered so too, half a
 * second at most.
 *
 * <p>Of a storm of wrong ones a few a second are looked up, also when they arrive together, and it locks nobody out: a token
 * that was good is looked up whatever else comes from its network, also after it was wrong for a while.
 */
@Component
public class KnownBearers {
    private static final long MILLIS = 500;
    private static final int MOST = 20_000;

    private final Tokens tokens;
    private final Changes changes;
    private final Clock clock;
    private final Briefly<ByteBuffer, Bearer> known;
    private final Set<ByteBuffer> onceGood = ConcurrentHashMap.newKeySet();
    private final Map<ByteBuffer, Refusal> wrong = new ConcurrentHashMap<>();
    private final Guesses looked = new Guesses();
    private final Guesses lookedAgain = new Guesses();
    private final Guesses answered = new Guesses();

    KnownBearers(Tokens tokens, Changes changes, Clock clock) {
        this.tokens = tokens;
        this.changes = changes;
        this.clock = clock;
        this.known = new Briefly<>(changes, clock);
    }

    private record Refusal(long at, long moment) {}

    /** What a token is worth. */
    public sealed interface Answer {}

    /** It is good, and speaks for this machine. */
    public record Good(Bearer bearer) implements Answer {}

    /** It is none, or no longer. */
    public record Wrong() implements Answer {}

    /** Too many wrong ones came from its network in this second; whether it is one of them nobody has looked. */
    public record TooOften() implements Answer {}

    /**
     * Whom the token speaks for, if it is good.
     *
     * @param network where it came from; asked only of one that is not remembered
     */
    public Answer of(Secret secret, Supplier<String> network) {
        var key = ByteBuffer.wrap(secret.hash());
        var remembered = known.remembered(key);
        if (remembered.isPresent()) {
            return new Good(remembered.get());
        }
        var now = clock.millis();
        var from = network.get();
        var before = wrong.get(key);
        if (before != null && holds(before)) {
            return refused(from, now);
        }
        if (onceGood.contains(key)) {
            return look(key, secret).<Answer>map(Good::new).orElseGet(() -> refused(from, now));
        }
        var guesses = before == null ? looked : lookedAgain;
        if (!guesses.take(from, now)) {
            return new TooOften();
        }
        var bearer = look(key, secret);
        if (bearer.isEmpty()) {
            return refused(from, now);
        }
        guesses.giveBack(from, now);
        return new Good(bearer.get());
    }

    /** Looks it up; of many who bring the same wrong one at once, one does. */
    private Optional<Bearer> look(ByteBuffer key, Secret secret) {
        return known.ask(key, () -> {
            var before = wrong.get(key);
            if (before != null && holds(before)) {
                return Optional.empty();
            }
            var refusal = new Refusal(clock.millis(), changes.moment());
            var bearer = tokens.bearer(secret);
            if (bearer.isPresent()) {
                wrong.remove(key);
                if (onceGood.size() >= MOST) {
                    onceGood.clear();
                }
                onceGood.add(key);
            } else {
                if (wrong.size() >= MOST) {
                    wrong.clear();
                }
                wrong.put(key, refusal);
            }
            return bearer;
        });
    }

    private boolean holds(Refusal refusal) {
        var age = clock.millis() - refusal.at();
        return refusal.moment() == changes.moment() && age >= 0 && age < MILLIS;
    }

    private Answer refused(String network, long now) {
        return answered.take(network, now) ? new Wrong() : new TooOften();
    }
}
