package noroshi.intel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * A file in the library.
 *
 * @param tlp the strictest label in it, or the one its source permitted
 * @param known objects that the library held already
 */
public record Bundle(
        UUID id,
        String stixId,
        String fileName,
        String sha256,
        Tlp tlp,
        Optional<Permission> permission,
        UUID organisation,
        UUID importedBy,
        Instant importedAt,
        int taken,
        int known,
        int refused,
        List<Reason> remarks) {
    public Bundle {
        remarks = List.copyOf(remarks);
    }
}
