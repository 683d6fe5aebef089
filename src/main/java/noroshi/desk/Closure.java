package noroshi.desk;

import noroshi.shared.RuleBroken;

/**
 * How a matter ended.
 *
 * @param outcome for the desk and its reports
 * @param lessons what the next one at the desk ought to know; kept by the desk
 */
public record Closure(String outcome, String lessons, Classification classification) {
    private static final int LONGEST = 5000;

    public Closure {
        outcome = outcome.strip();
        lessons = lessons.strip();
        if (outcome.isEmpty()) {
            throw new RuleBroken("desk.outcome-missing");
        }
        if (outcome.length() > LONGEST || lessons.length() > LONGEST) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
        if (outcome.indexOf('\0') >= 0 || lessons.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
    }
}
