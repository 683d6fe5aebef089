package noroshi.intel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.topic.Snippet;

/**
 * The newest version of an object, as one line of what was found.
 *
 * @param name empty where it has none, or where it would tell a source that nobody may learn
 * @param also by which of its other names it was found, where its name alone does not tell
 * @param version when this version was made; when it came, for what has no versions
 * @param revoked whether it says of itself that it holds no longer
 * @param bringer the organisation whose machine brought it; nobody where people did, or where nobody may learn it
 * @param nameless whether its source chose to be named to nobody
 */
public record FoundObject(
        UUID id,
        String stixId,
        String type,
        String name,
        List<Snippet> also,
        Tlp tlp,
        Instant version,
        boolean revoked,
        Optional<UUID> bringer,
        boolean nameless) {
    public FoundObject {
        also = List.copyOf(also);
    }
}
