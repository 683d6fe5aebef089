package noroshi.community;

import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;

/**
 * How a community presents itself; its leads may change it.
 *
 * @param charter what it is for and how its members treat one another
 * @param goal what its members want to reach together
 * @param meaning whom it means by “community” in TLP:GREEN
 * @param colour 1 to 6, its mark in lists
 */
public record Profile(Wording name, Wording charter, Wording goal, Wording meaning, int colour) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_TEXT = 4000;
    public static final int COLOURS = 6;

    public Profile {
        if (name.ja().isEmpty() || name.en().isEmpty()) {
            throw new RuleBroken("community.name-missing");
        }
        if (name.longerThan(LONGEST_NAME)) {
            throw new RuleBroken("community.name-too-long", LONGEST_NAME);
        }
        if (meaning.ja().isEmpty() || meaning.en().isEmpty()) {
            throw new RuleBroken("community.meaning-missing");
        }
        if (charter.longerThan(LONGEST_TEXT) || goal.longerThan(LONGEST_TEXT) || meaning.longerThan(LONGEST_TEXT)) {
            throw new RuleBroken("community.text-too-long", LONGEST_TEXT);
        }
        if (colour < 1 || colour > COLOURS) {
            throw new RuleBroken("community.colour-unknown");
        }
    }

    /** What a form shows of it. */
    public Seen seen() {
        return Seen.of(this);
    }
}
