package noroshi.intel.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import noroshi.shared.Tlp;

/**
 * The values of a list, in their stable order: by type, then by value.
 *
 * @param tlp the strictest label in it
 * @param cut how many did not find room
 * @param name of a list beside the platform's own, so that neither takes back what the other says; empty for its own
 */
public record Selection(List<Line> lines, Tlp tlp, int cut, Instant at, String name) {
    public Selection {
        lines = List.copyOf(lines);
    }

    public Selection(List<Line> lines, Tlp tlp, int cut, Instant at) {
        this(lines, tlp, cut, at, "");
    }

    /** As if it had been asked for at the beginning of time: what is written then differs only where the values do. */
    Selection timeless() {
        return new Selection(lines, tlp, cut, Instant.EPOCH, name);
    }

    /** What of it stands, as a form says it that is so strict at least. */
    Selection only(Predicate<Line> says, Tlp strict) {
        var standing =
                lines.stream().filter(line -> !line.revoked()).filter(says).toList();
        return new Selection(standing, tlp.strictest(strict), cut, at, name);
    }

    /** The same for the same values, labels and confidence, whenever it is asked for. */
    public String tag(String form) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(form.getBytes(StandardCharsets.UTF_8));
            for (var line : lines) {
                var text = line.type() + " " + line.text() + " " + line.tlp() + " " + line.lastAt() + " "
                        + line.revoked() + "\n";
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return '"' + HexFormat.of().formatHex(digest.digest(), 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
