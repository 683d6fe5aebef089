package noroshi.community;

import java.util.List;
import java.util.UUID;

/**
 * An invited community in which nobody can answer requests.
 *
 * @param requests how many wait
 * @param candidates who could lead it
 */
public record LeaderlessCommunity(UUID id, Wording name, int requests, List<UUID> candidates) {}
