package noroshi.bulletin;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Marks;

/** What a bulletin is, how much it matters, how far it may go and to whom. */
public record Marking(
        InformationKind information, Importance importance, Tlp tlp, int confidentiality, Set<UUID> audience) {
    public Marking {
        audience = Set.copyOf(audience);
        if (confidentiality < 1 || confidentiality > 2) {
            throw new RuleBroken("topic.confidentiality");
        }
    }

    /** Whether it may go out before a second person has read it: only what matters most may. */
    public boolean urgent() {
        return importance == Importance.IMPORTANT || information == InformationKind.EMERGENCY;
    }

    /** Everything but the audience. */
    Marks marks() {
        return new Marks(information, Optional.of(importance), tlp, confidentiality);
    }
}
