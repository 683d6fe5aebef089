package noroshi.topic;

import java.time.Instant;

/**
 * What a thread came to, as it stands above it.
 *
 * @param number how often it was written
 * @param author the asker, hidden where the topic hides them, or somebody of the Centre
 * @param body Markdown
 */
public record Summary(int number, Author author, String body, Instant at) {}
