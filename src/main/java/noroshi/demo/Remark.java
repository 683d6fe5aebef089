package noroshi.demo;

import java.time.Instant;
import java.util.UUID;

/**
 * A comment of the demo world.
 *
 * @param useful how many marked it as useful
 * @param answer the asker marked it as the answer
 */
record Remark(UUID id, Post post, Person author, boolean hidden, Instant at, int useful, boolean answer, String body) {}
