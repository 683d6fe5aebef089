package noroshi.membership;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import noroshi.shared.Briefly;
import noroshi.shared.Changes;
import org.springframework.stereotype.Component;

/**
 * Whom tokens speak for, remembered until somebody's rights may have changed, so that a machine that asks a thousand times
 * is looked up a few times and a revoked token ends with the next request.
 */
@Component
public class KnownBearers {
    private final Tokens tokens;
    private final Briefly<ByteBuffer, Bearer> known;

    KnownBearers(Tokens tokens, Changes changes, Clock clock) {
        this.tokens = tokens;
        this.known = new Briefly<>(changes, clock);
    }

    /** Whom the token speaks for, if it is good. */
    public Optional<Bearer> of(Secret secret) {
        return known.ask(ByteBuffer.wrap(secret.hash()), () -> tokens.bearer(secret));
    }
}
