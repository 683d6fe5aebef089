package noroshi.intel;

import java.util.Optional;
import java.util.UUID;

/**
 * How an object relates to another.
 *
 * @param outgoing whether the relation leads away from the object that is looked at
 * @param other id of the other object in the library; empty when nobody has sent it yet
 */
public record Relation(
        String kind, boolean outgoing, String otherStixId, Optional<UUID> other, String otherType, String otherName) {}
