package noroshi.topic;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A topic was withdrawn.
 *
 * @param by who did it; nobody where that would tell who stands behind it
 */
public record TopicWithdrawn(UUID topic, As as, @Nullable UUID by, Instant at) implements DomainEvent {
    /** In which part somebody withdraws a topic. */
    public enum As {
        SOURCE,
        DUTY_DESK,
        LEAD;

        static As of(Standing standing) {
            return standing.source() ? SOURCE : standing.onDuty() ? DUTY_DESK : LEAD;
        }
    }
}
