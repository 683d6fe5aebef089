package noroshi.topic;

import java.util.UUID;

/**
 * A search that somebody wants to do again.
 *
 * @param query what stands in the address after the question mark
 * @param told whether they want to be told of what is new
 */
public record SavedSearch(UUID id, String name, String query, boolean told) {}
