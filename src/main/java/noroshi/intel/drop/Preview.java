package noroshi.intel.drop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.BundlePreview;
import noroshi.intel.Spelling;
import noroshi.intel.warning.Hit;

/**
 * What would be taken.
 *
 * @param bundle what stands in a STIX bundle, which is taken whole
 * @param hits which values lists warn of, and which are members' own
 * @param known which of them the reader has read of already
 */
public record Preview(
        Drop drop, Optional<BundlePreview> bundle, Map<Spelling.Form, List<Hit>> hits, Set<Spelling.Form> known) {
    public Preview {
        hits = Map.copyOf(hits);
        known = Set.copyOf(known);
    }

    /** Why one should think twice before taking it. */
    public List<Hit> hits(Item item) {
        return item.forms().stream()
                .flatMap(form -> hits.getOrDefault(form, List.of()).stream())
                .distinct()
                .toList();
    }

    /** Whether it is ticked unless somebody decides otherwise. */
    public boolean advised(Item item) {
        return !item.sense().actedOn() || hits(item).isEmpty();
    }

    public boolean known(Item item) {
        return !item.forms().isEmpty() && item.forms().stream().allMatch(known::contains);
    }
}
