package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A topic that a community's figures count.
 *
 * @param readers how many people of the community opened it; empty under five
 * @param answered a question that somebody else answered
 * @param helped a question whose asker marked the answer that helped
 */
public record CommunityTopic(
        UUID topic,
        Kind kind,
        Instant publishedAt,
        int comments,
        Optional<Integer> readers,
        boolean answered,
        boolean helped) {
    /** Which of them are asked for. */
    public enum Among {
        ALL,
        POSTS,
        QUESTIONS,
        ANSWERED,
        HELPED,
        COMMENTED
    }

    /** Whether it belongs there. */
    public boolean is(Among among) {
        return switch (among) {
            case ALL -> true;
            case POSTS -> kind != Kind.QUESTION;
            case QUESTIONS -> kind == Kind.QUESTION;
            case ANSWERED -> answered;
            case HELPED -> helped;
            case COMMENTED -> comments > 0;
        };
    }
}
