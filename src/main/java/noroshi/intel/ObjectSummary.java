package noroshi.intel;

import java.util.List;
import java.util.UUID;
import noroshi.shared.Tlp;

/** An object as one line of a bundle. */
public record ObjectSummary(
        UUID id, int position, String stixId, String type, String name, Tlp tlp, boolean known, List<Reason> remarks) {
    public ObjectSummary {
        remarks = List.copyOf(remarks);
    }
}
