package noroshi.desk;

import java.util.UUID;

/**
 * A way of looking at the board that somebody keeps.
 *
 * @param query of the board's address
 */
public record SavedView(UUID id, String name, String query) {}
