package noroshi.membership;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Whom tokens speak for, remembered for half a second, so that a machine that asks a thousand times is looked up twice.
 * A token that is revoked is forgotten at once.
 */
@Component
public class KnownBearers {
    private static final long MILLIS = 500;
    private static final int MOST = 20_000;

    private final Tokens tokens;
    private final Clock clock;
    private final Map<ByteBuffer, Known> known = new ConcurrentHashMap<>();

    KnownBearers(Tokens tokens, Revocations revocations, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        revocations.listen(known::clear);
    }

    private record Known(Bearer bearer, long at) {}

    /** Whom the token speaks for, if it is good. */
    public Optional<Bearer> of(Secret secret) {
        var now = clock.millis();
        var key = ByteBuffer.wrap(secret.hash());
        var found = known.get(key);
        if (found != null && now >= found.at() && now - found.at() < MILLIS) {
            return Optional.of(found.bearer());
        }
        var bearer = tokens.bearer(secret);
        if (known.size() >= MOST) {
            known.clear();
        }
        bearer.ifPresentOrElse(good -> known.put(key, new Known(good, now)), () -> known.remove(key));
        return bearer;
    }
}
