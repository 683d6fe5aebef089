package noroshi.intel.drop;

import java.util.Optional;
import noroshi.intel.IntelLibrary;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/**
 * What something is, before anybody has looked at it.
 *
 * @param red whether any of it is for named people alone, or says so
 * @param laxer whether it is a bundle with a mark that is laxer than the label it came under: it is taken as it is or not at all
 */
public record Glance(Format format, boolean red, boolean laxer) {
    static Glance at(Drop drop, byte[] file, Optional<Tlp> label) {
        if (drop.format() == Format.STIX) {
            var marks = IntelLibrary.marks(file);
            return new Glance(
                    Format.STIX,
                    marks.contains(Tlp.RED),
                    label.filter(least -> marks.stream().anyMatch(mark -> mark.compareTo(least) < 0))
                            .isPresent());
        }
        return new Glance(drop.format(), drop.red() || says(drop.format(), file), false);
    }

    /** In words that were read as something else the label may stand where nobody looked for it. */
    private static boolean says(Format format, byte[] file) {
        try {
            return format != Format.MISP
                    && LineReader.label(Writing.of(file).text())
                            .filter(Tlp.RED::equals)
                            .isPresent();
        } catch (RuleBroken noText) {
            return false;
        }
    }
}
