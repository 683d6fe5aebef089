package noroshi.intel.cut.web;

import java.util.List;
import java.util.Optional;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cut;

/**
 * What was held back, what waits first; and who may learn where it came from.
 *
 * @param attribution what was chosen, if anything
 * @param following whether what was brought before does not follow the choice yet
 */
public record CutsPage(List<Cut> rows, Optional<Attribution> attribution, boolean following, boolean mayChoose) {
    public List<String> chosen() {
        return attribution.map(Attribution::name).stream().toList();
    }
}
