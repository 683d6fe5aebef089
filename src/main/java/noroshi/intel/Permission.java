package noroshi.intel;

import java.util.Optional;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/** The source's word that what it sent may travel under another label: who gave it, and why we believe it. */
public record Permission(Tlp tlp, String source, String reason) {
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_REASON = 2_000;

    public Permission {
        source = Plain.line(source.strip(), LONGEST_SOURCE);
        reason = Plain.line(reason.strip(), LONGEST_REASON);
        if (source.isEmpty() || reason.isEmpty()) {
            throw new RuleBroken("intel.permission.incomplete");
        }
    }

    /** From what a person typed: nothing at all means no permission; a part of it is refused. */
    public static Optional<Permission> typed(String label, String source, String reason) {
        if (label.isBlank() && source.isBlank() && reason.isBlank()) {
            return Optional.empty();
        }
        if (label.isBlank()) {
            throw new RuleBroken("intel.permission.incomplete");
        }
        var tlp = Tlp.parse(label).orElseThrow(() -> new RuleBroken("intel.permission.label", Plain.line(label)));
        return Optional.of(new Permission(tlp, source, reason));
    }
}
