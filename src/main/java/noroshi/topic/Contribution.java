package noroshi.topic;

import java.util.Optional;
import java.util.UUID;

/**
 * One part of a number of what the reader gave or got.
 *
 * @param topic empty where a person is counted, and for what the reader may not read any more
 * @param person who opened something; empty otherwise
 */
public record Contribution(Optional<UUID> topic, String title, Optional<UUID> person, long number) {
    /** Which of the numbers is asked for. */
    public enum What {
        POSTS,
        COMMENTS,
        VOTES,
        THANKS_GIVEN,
        ACCEPTED,
        QUESTIONS,
        ANSWERS,
        THANKS,
        READERS
    }
}
