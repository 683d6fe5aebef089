package noroshi.intel.permit.web;

import java.time.Instant;
import java.util.List;
import noroshi.intel.permit.Permit;

/** What one's own organisation is asked as a source: what waits, then what was answered. */
public record PermitsPage(List<Permit> rows, Instant now) {
    public static String path(Permit permit) {
        return "/intel/permits/" + permit.id();
    }
}
