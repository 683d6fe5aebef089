package noroshi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An organisation of the demo world.
 *
 * @param role what it is beside its category: CENTRE, EVENT_OWNER, CTI_PROVIDER, COOPERATING_VENDOR or nothing
 * @param people how many work on the platform
 * @param pro how many of them read at the professional level
 * @param domain of its addresses
 */
record Organisation(
        UUID id,
        String code,
        String category,
        String sector,
        String ministry,
        String region,
        List<String> associations,
        String role,
        int people,
        int pro,
        String domain,
        LocalDate joined) {
    private static final Set<String> PARTS = Set.of("CENTRE", "EVENT_OWNER", "CTI_PROVIDER");

    boolean centre() {
        return role.equals("CENTRE");
    }

    /** Provides intelligence or products to the others. */
    boolean vendor() {
        return role.equals("CTI_PROVIDER") || role.equals("COOPERATING_VENDOR");
    }

    /** Its part in the structure; cooperating vendors are members like others. */
    String part() {
        return PARTS.contains(role) ? role : "MEMBER";
    }
}
