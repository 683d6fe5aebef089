package noroshi.topic;

import java.util.UUID;

/**
 * A search that somebody wants to do again.
 *
 * @param query what stands in the address after the question mark
 */
public record SavedSearch(UUID id, String name, String query) {}
