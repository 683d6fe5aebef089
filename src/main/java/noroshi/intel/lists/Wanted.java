package noroshi.intel.lists;

import java.util.Set;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;

/**
 * What somebody wants in a list.
 *
 * @param types the values
 * @param least how sure it must be at least
 * @param strictest label beyond which nothing is taken along
 * @param most how many values; the surest are kept
 * @param withRevoked whether what was withdrawn lately comes along, marked
 */
public record Wanted(Set<IndicatorType> types, int least, Tlp strictest, int most, boolean withRevoked) {
    public static final int USUAL = 50_000;
    public static final int MOST = 200_000;

    public Wanted {
        types = Set.copyOf(types);
        least = Math.clamp(least, 0, 100);
        most = Math.clamp(most, 1, MOST);
    }

    public static Wanted of(Set<IndicatorType> types) {
        return new Wanted(types, 0, Tlp.AMBER_STRICT, USUAL, false);
    }

    public Wanted revokedToo() {
        return new Wanted(types, least, strictest, most, true);
    }
}
