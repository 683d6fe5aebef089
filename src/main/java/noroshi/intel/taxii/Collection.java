package noroshi.intel.taxii;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * A set of objects that machines fetch from and bring to.
 *
 * @param community the API root it stands in; empty for the general one
 * @param tlp the strictest label it takes
 * @param readers principals who may fetch
 * @param writers principals who may bring
 * @param published whether it takes what bulletins cite
 */
public record Collection(
        UUID id,
        Optional<UUID> community,
        String title,
        String description,
        String alias,
        Tlp tlp,
        List<UUID> readers,
        List<UUID> writers,
        boolean published,
        Instant createdAt) {
    public Collection {
        readers = List.copyOf(readers);
        writers = List.copyOf(writers);
    }
}
