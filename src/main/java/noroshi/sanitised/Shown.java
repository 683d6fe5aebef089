package noroshi.sanitised;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.shared.Tlp;

/**
 * What the reporter is shown and agrees with: the words, how far they may go, to whom, and what goes with them.
 *
 * @param files names and hashes of the enclosed files
 */
public record Shown(Copy copy, Tlp tlp, Set<UUID> audience, List<String> files) {
    public Shown {
        audience = Set.copyOf(audience);
        files = List.copyOf(files);
    }
}
