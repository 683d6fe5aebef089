package noroshi.provider;

import java.time.Instant;

/**
 * A time that is fetched once more, and how far that is.
 *
 * @param addedAfter what has come again; empty in the beginning
 * @param next where the next round goes on; goes with {@code addedAfter}
 * @param rounds how many it has taken so far
 * @param failures rounds in a row that failed
 */
public record Replay(Instant from, Instant to, String addedAfter, String next, int rounds, int failures) {
    private static final int MOST_ROUNDS = 1_000;
    private static final int MOST_FAILURES = 10;

    /** Whether it is tried no more after this round. */
    boolean givenUp(boolean well) {
        return rounds + 1 >= MOST_ROUNDS || !well && failures + 1 >= MOST_FAILURES;
    }
}
