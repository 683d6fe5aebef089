package noroshi.home;

/**
 * Something that waits for the reader's decision.
 *
 * @param key message key of what it is
 * @param count how many
 * @param path where it is decided
 */
public record Duty(String key, int count, String path) {}
