package noroshi.asset;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import noroshi.shared.RuleBroken;

/**
 * A name in the domain name system.
 *
 * @param ascii as the system stores it
 * @param shown as people read it
 */
record Hostname(String ascii, String shown) {
    private static final int LONGEST = 253;
    /** Letters younger than the rules of 2003 are read too: impostors use them. */
    private static final int RULES = IDN.USE_STD3_ASCII_RULES | IDN.ALLOW_UNASSIGNED;

    private static final Set<String> NOBODYS =
            Set.of("local", "internal", "intranet", "lan", "localhost", "localdomain", "home", "corp", "onion", "arpa");
    private static final Set<String> EVERYBODYS = Set.of(
            "co.jp", "or.jp", "ne.jp", "ac.jp", "ad.jp", "ed.jp", "go.jp", "gr.jp", "lg.jp", "co.uk", "org.uk", "ac.uk",
            "gov.uk", "com.au", "net.au", "org.au", "co.kr", "or.kr", "com.cn", "com.tw", "com.sg", "com.br", "co.nz");
    private static final Set<String> EXAMPLES =
            Set.of("example", "test", "invalid", "example.com", "example.net", "example.org", "example.jp");

    /** Reads a name as people write it; full-width letters and a dot at the end are forgiven. */
    static Hostname read(String text) {
        var folded = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('。', '.')
                .replaceFirst("^\\*\\.", "")
                .replaceFirst("\\.$", "");
        var ascii = ascii(folded);
        var labels = ascii.split("\\.", -1);
        var last = labels[labels.length - 1];
        if (NOBODYS.contains(last)) {
            throw new RuleBroken("asset.private-name");
        }
        if (labels.length < 2) {
            throw new RuleBroken("asset.single-label");
        }
        if (last.chars().allMatch(Character::isDigit)) {
            throw new RuleBroken("asset.unreadable");
        }
        if (EVERYBODYS.contains(ascii)) {
            throw new RuleBroken("asset.everybodys-name", ascii);
        }
        return new Hostname(ascii, IDN.toUnicode(ascii, RULES));
    }

    private static String ascii(String folded) {
        try {
            var ascii = IDN.toASCII(folded, RULES).toLowerCase(Locale.ROOT);
            if (ascii.isEmpty()
                    || ascii.length() > LONGEST
                    || Arrays.asList(ascii.split("\\.", -1)).contains("")) {
                throw new RuleBroken("asset.unreadable");
            }
            return ascii;
        } catch (IllegalArgumentException malformed) {
            throw new RuleBroken("asset.unreadable");
        }
    }

    /** The name and those above it, down to two labels. */
    static List<String> upwards(String ascii) {
        var names = new ArrayList<String>();
        for (var name = ascii; name.indexOf('.') > 0; name = name.substring(name.indexOf('.') + 1)) {
            names.add(name);
        }
        return names;
    }

    Set<Caution> cautions() {
        if (LookAlike.suspicious(shown)) {
            return Set.of(Caution.LOOK_ALIKE);
        }
        var top = ascii.substring(ascii.lastIndexOf('.') + 1);
        return EXAMPLES.contains(top) || upwards(ascii).stream().anyMatch(EXAMPLES::contains)
                ? Set.of(Caution.EXAMPLE)
                : Set.of();
    }
}
