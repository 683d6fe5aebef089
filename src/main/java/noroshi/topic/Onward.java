package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A reader's question to the source: may this go further?
 *
 * @param version the words it is about
 * @param community of this platform, where it is to go to one
 * @param audience whom the asker named, in words
 * @param asker who asked, for themselves and for the source
 * @param answer empty until the source said something
 */
public record Onward(
        UUID id,
        UUID topic,
        int version,
        Optional<UUID> community,
        String audience,
        String purpose,
        Instant askedAt,
        Optional<Author.Known> asker,
        Optional<Answer> answer,
        Optional<Instant> answeredAt) {

    /** What the source says. */
    public enum Answer {
        YES,
        /** What the source writes for them, without what is not theirs to know. */
        SANITISED,
        NO
    }
}
