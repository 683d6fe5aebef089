package noroshi.desk;

import java.util.Optional;
import noroshi.shared.RuleBroken;

/** What triage decides: at intake only the first four; the rest may wait until the end. */
public record Judgement(
        int priority,
        Impact impact,
        String extent,
        Visibility visibility,
        Optional<Cause> cause,
        Optional<Effect> effect,
        Optional<Integer> severity) {
    private static final int LEAST = 4;

    public Judgement {
        if (priority < 1 || priority > LEAST) {
            throw new RuleBroken("desk.priority-missing");
        }
        if (severity.filter(level -> level < 0 || level > LEAST).isPresent()) {
            throw new RuleBroken("desk.choice");
        }
        if (impact == Impact.PRESENT && extent.isBlank()) {
            throw new RuleBroken("desk.extent-missing");
        }
    }
}
