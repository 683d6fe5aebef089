package noroshi.home;

import java.util.Optional;

/**
 * Something that waits for the reader's decision.
 *
 * @param key message key of what it is
 * @param count how many
 * @param path where it is decided
 * @param act what settles all of it with one button, where that can be done from here
 */
public record Duty(String key, int count, String path, Optional<Act> act) {
    /** A button: what it says, and where it posts. */
    public record Act(String key, String path) {}

    public Duty(String key, int count, String path) {
        this(key, count, path, Optional.empty());
    }

    Duty settledBy(String act, String post) {
        return new Duty(key, count, path, Optional.of(new Act(act, post)));
    }
}
