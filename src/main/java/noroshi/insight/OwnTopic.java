package noroshi.insight;

import java.time.Instant;
import java.util.Optional;

/**
 * A topic the actor may read, and how far their organisation has come with it.
 *
 * @param firstAt when somebody of the organisation opened it first
 * @param people how many of its people opened it
 * @param mine whether the actor opened it
 */
public record OwnTopic(TopicName topic, Optional<Instant> firstAt, int people, boolean mine) {
    public boolean opened() {
        return firstAt.isPresent();
    }
}
