package noroshi.topic;

import java.time.Duration;
import java.util.Optional;

/**
 * A community in figures, for those who lead it: counts, nobody's name.
 *
 * @param answered questions with an answer of somebody else
 * @param helped questions whose asker marked the answer that helped
 * @param writers people who wrote with their name
 * @param readers of its people, how many opened something of these days; empty under five
 * @param firstAnswer the median time until a question was answered
 */
public record CommunityFigures(
        int posts,
        int questions,
        int answered,
        int helped,
        int comments,
        int writers,
        Optional<Integer> readers,
        Optional<Duration> firstAnswer) {}
