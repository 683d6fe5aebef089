package noroshi.desk;

import noroshi.shared.RuleBroken;

/** What triage decides at intake; what it was, on its axes, may wait until the end. */
public record Judgement(int priority, Impact impact, String extent, Visibility visibility) {
    private static final int LEAST = 4;

    public Judgement {
        if (priority < 1 || priority > LEAST) {
            throw new RuleBroken("desk.priority-missing");
        }
        if (impact == Impact.PRESENT && extent.isBlank()) {
            throw new RuleBroken("desk.extent-missing");
        }
    }
}
