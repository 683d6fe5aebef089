package noroshi.desk;

import java.util.Optional;
import java.util.Set;
import noroshi.shared.RuleBroken;

/**
 * Which matters a series reports: any of these takes a matter in.
 *
 * @param severity the least severity, if severity counts
 */
public record Rule(Set<Impact> impacts, Set<Visibility> visibilities, Optional<Integer> severity) {
    private static final int GRAVEST = 4;

    public Rule {
        impacts = Set.copyOf(impacts);
        visibilities = Set.copyOf(visibilities);
        if (severity.filter(level -> level < 0 || level > GRAVEST).isPresent()) {
            throw new RuleBroken("desk.choice");
        }
    }

    /** Whether nothing would ever be reported. */
    public boolean empty() {
        return impacts.isEmpty() && visibilities.isEmpty() && severity.isEmpty();
    }
}
