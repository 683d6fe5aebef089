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
 * @param unfinished whether not all of the file is in the library
 * @param endedAt since when nothing more of it comes, all the same
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
        List<Reason> remarks,
        boolean unfinished,
        Optional<Instant> endedAt) {
    public Bundle {
        remarks = List.copyOf(remarks);
    }

    /** Whether more of it is still on its way into the library. */
    public boolean comes() {
        return unfinished && endedAt.isEmpty();
    }

    Bundle counting(int fresh, int held, int without) {
        return new Bundle(
                id,
                stixId,
                fileName,
                sha256,
                tlp,
                permission,
                organisation,
                importedBy,
                importedAt,
                fresh,
                held,
                without,
                remarks,
                unfinished,
                endedAt);
    }

    /** Before anything of it is in the library. */
    Bundle begun() {
        return new Bundle(
                id,
                stixId,
                fileName,
                sha256,
                tlp,
                permission,
                organisation,
                importedBy,
                importedAt,
                taken,
                known,
                refused,
                remarks,
                true,
                Optional.empty());
    }
}
