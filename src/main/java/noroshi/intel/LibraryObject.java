package noroshi.intel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * One version of a STIX object as the library keeps it.
 *
 * @param marked whether the object states its label itself
 * @param text the received bytes as text, without what names a source that nobody may learn
 * @param bringer the organisation whose machine brought it; nobody where people did, or where nobody may learn it
 * @param nameless whether its source chose to be named to nobody
 * @param sha256 hash of the received bytes
 */
public record LibraryObject(
        UUID id,
        UUID bundle,
        String stixId,
        String type,
        String name,
        Tlp tlp,
        boolean marked,
        Optional<Instant> created,
        Optional<Instant> modified,
        String text,
        String sha256,
        Optional<UUID> bringer,
        boolean nameless,
        List<Reason> remarks) {
    public LibraryObject {
        remarks = List.copyOf(remarks);
    }
}
