package noroshi.intel.cut.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cut;
import noroshi.site.FormErrors;

/**
 * What was held back, what waits first; and who may learn where it came from.
 *
 * @param open what the reader may decide
 * @param recipient of whom alone it is, if not of all
 * @param number of the page, from 1 on
 * @param more whether another page follows
 * @param attribution what was chosen, if anything
 * @param following whether what was brought before does not follow the choice yet
 */
public record CutsPage(
        List<Cut> rows,
        Set<UUID> open,
        Optional<UUID> recipient,
        int number,
        boolean more,
        Optional<Attribution> attribution,
        boolean following,
        boolean mayChoose,
        FormErrors errors) {
    public static String address(UUID recipient) {
        return "/intel/cuts?recipient=" + recipient;
    }

    public List<String> chosen() {
        return attribution.map(Attribution::name).stream().toList();
    }
}
