package noroshi.demo;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A person of the demo world.
 *
 * @param number the place in the list of all people
 * @param pro reads at the professional level
 * @param offices the offices they hold, {@code window} among them
 * @param since when they took their seat
 */
record Person(
        int number,
        UUID id,
        String login,
        Organisation organisation,
        boolean pro,
        Set<String> roles,
        Set<String> offices,
        Instant since) {
    boolean window() {
        return offices.contains("window");
    }
}
