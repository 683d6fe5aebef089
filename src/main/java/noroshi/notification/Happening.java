package noroshi.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened: ids and facts, never content.
 *
 * @param subject the comment, manuscript, community or organisation it is about
 * @param person whom it is about, or who did it
 * @param step which of several such steps
 */
record Happening(
        What what,
        @Nullable UUID topic,
        @Nullable UUID subject,
        @Nullable UUID person,
        @Nullable Integer version,
        String step,
        Instant at) {

    static Happening of(What what, UUID topic, Instant at) {
        return new Happening(what, topic, null, null, null, "", at);
    }

    static Happening about(What what, UUID subject, @Nullable UUID person, Instant at) {
        return new Happening(what, null, subject, person, null, "", at);
    }

    Happening subject(UUID other) {
        return new Happening(what, topic, other, person, version, step, at);
    }

    Happening version(int other) {
        return new Happening(what, topic, subject, person, other, step, at);
    }

    Happening step(String other) {
        return new Happening(what, topic, subject, person, version, other, at);
    }
}
