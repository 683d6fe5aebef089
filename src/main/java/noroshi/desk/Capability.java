package noroshi.desk;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * What an agency says it can help with when something of this kind happens.
 *
 * @param office its window
 * @param words what else the desk should know, such as hours or limits
 */
public record Capability(UUID office, Cause cause, Set<SupportKind> kinds, String words, Instant declaredAt) {
    private static final int LONGEST = 500;

    public Capability {
        kinds = Set.copyOf(kinds);
        words = words.strip();
        if (kinds.isEmpty()) {
            throw new RuleBroken("desk.support.kind-missing");
        }
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
    }
}
