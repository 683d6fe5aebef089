package noroshi.intel.permit;

import java.util.UUID;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/**
 * What the Centre wants to ask of a source.
 *
 * @param source the organisation that brought it
 * @param name by which the source knows the object
 * @param recipient the provider, and what it is called
 * @param purpose why, in words
 */
public record NewPermit(
        UUID collection,
        String stixId,
        UUID source,
        String name,
        Tlp tlp,
        UUID recipient,
        String recipientName,
        String purpose) {
    private static final int LONGEST = 1_000;

    public NewPermit {
        purpose = purpose.strip();
        if (purpose.isEmpty()) {
            throw new RuleBroken("permit.purpose.missing");
        }
        if (purpose.length() > LONGEST) {
            throw new RuleBroken("permit.words", LONGEST);
        }
        if (tlp != Tlp.AMBER && tlp != Tlp.AMBER_STRICT) {
            throw new RuleBroken("permit.label", tlp.label());
        }
    }
}
