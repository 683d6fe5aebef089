package noroshi.desk;

import noroshi.shared.RuleBroken;

/** What somebody more is to read of a matter, and why. */
public record Wanted(String reason, boolean damage, boolean technical) {
    private static final int LONGEST = 2000;

    public Wanted {
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw new RuleBroken("desk.reason-missing");
        }
        if (reason.length() > LONGEST) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
    }
}
