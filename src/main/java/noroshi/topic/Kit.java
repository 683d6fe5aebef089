package noroshi.topic;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import noroshi.community.Community;
import noroshi.community.OccasionKind;
import noroshi.community.Wording;
import noroshi.shared.RuleBroken;

/**
 * A community as its secretariat wants to start it.
 *
 * @param goal what its members want to reach together
 * @param deputy sign-in name of a second lead
 * @param parts what the members will do together, each how often in months
 * @param first the day on which they meet first
 * @param language in which its first topics are written
 */
public record Kit(
        String code,
        Community.Kind kind,
        Wording name,
        Wording goal,
        Optional<String> deputy,
        Map<OccasionKind, Integer> parts,
        LocalDate first,
        Locale language) {
    private static final int RAREST = 12;

    public Kit {
        parts = Map.copyOf(parts);
        if (goal.ja().isEmpty()) {
            throw new RuleBroken("topic.kit.goal-missing");
        }
        if (parts.values().stream().anyMatch(months -> months < 1 || months > RAREST)) {
            throw new RuleBroken("topic.choice-unknown");
        }
    }
}
