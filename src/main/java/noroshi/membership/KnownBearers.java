package noroshi.membership;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.shared.Changes;
import org.springframework.stereotype.Component;

/**
 * Whom tokens speak for, remembered until somebody's rights may have changed, so that a machine that asks a thousand times
 * is looked up a few times and a revoked token ends with the next request. Half a second at most: tokens also run out.
 */
@Component
public class KnownBearers {
    private static final long MILLIS = 500;
    private static final int MOST = 20_000;

    private final Tokens tokens;
    private final Changes changes;
    private final Clock clock;
    private final Map<ByteBuffer, Known> known = new ConcurrentHashMap<>();

    KnownBearers(Tokens tokens, Changes changes, Clock clock) {
        this.tokens = tokens;
        this.changes = changes;
        this.clock = clock;
    }

    private record Known(Bearer bearer, long at, long moment) {}

    /** Whom the token speaks for, if it is good. */
    public Optional<Bearer> of(Secret secret) {
        var now = clock.millis();
        var key = ByteBuffer.wrap(secret.hash());
        var moment = changes.moment();
        var found = known.get(key);
        if (found != null && found.moment() == moment && now >= found.at() && now - found.at() < MILLIS) {
            return Optional.of(found.bearer());
        }
        var bearer = tokens.bearer(secret);
        if (known.size() >= MOST) {
            known.clear();
        }
        bearer.ifPresentOrElse(good -> known.put(key, new Known(good, now, moment)), () -> known.remove(key));
        return bearer;
    }
}
