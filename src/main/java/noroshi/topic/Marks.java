package noroshi.topic;

import java.util.Optional;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/** What a topic is, how much it matters and how far it may go: the labels that its source may change with a version. */
public record Marks(InformationKind information, Optional<Importance> importance, Tlp tlp, int confidentiality) {
    public Marks {
        if (confidentiality < 1 || confidentiality > 2) {
            throw new RuleBroken("topic.confidentiality");
        }
    }

    static Marks of(Topic topic) {
        return new Marks(topic.information(), topic.importance(), topic.tlp(), topic.confidentiality());
    }
}
