package noroshi.desk;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noroshi.shared.RuleBroken;

/**
 * Evidence that stays where it is because it is too large to be sent, or must not leave the house.
 *
 * @param what it is, with its size
 * @param place where it is kept
 * @param sha256 its hash in lower case; empty while nobody has reckoned it
 * @param holder who holds it and hands it over
 */
public record HeldEvidence(String what, String place, String sha256, String holder) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 500;

    public HeldEvidence {
        what = what.strip();
        place = place.strip();
        sha256 = sha256.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        holder = holder.strip();
        if (what.isEmpty() || place.isEmpty() || holder.isEmpty()) {
            throw new RuleBroken("desk.held.missing");
        }
        if (Stream.of(what, place, holder).anyMatch(it -> it.length() > LONGEST || it.indexOf('\0') >= 0)) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
        if (!sha256.isEmpty() && !HASH.matcher(sha256).matches()) {
            throw new RuleBroken("desk.held.hash");
        }
    }
}
