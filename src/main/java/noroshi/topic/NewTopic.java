package noroshi.topic;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/**
 * What somebody wants to post.
 *
 * @param parent the topic this is a part of; a part has an audience of its own
 * @param hidden readers do not learn whose it is; the Centre's custodians can
 * @param texts one text under {@link Level#ALL}, or one each for {@link Level#PRO} and {@link Level#GENERAL}
 * @param audience principals as the author chose them: everyone, communities, offices, persons
 * @param safeSubject what may be said of it where its title may not
 */
public record NewTopic(
        Kind kind,
        InformationKind information,
        Optional<UUID> parent,
        boolean hidden,
        Tlp tlp,
        int confidentiality,
        Optional<Importance> importance,
        Map<Level, Text> texts,
        Set<UUID> audience,
        SafeSubject safeSubject) {

    public NewTopic(
            Kind kind,
            InformationKind information,
            Optional<UUID> parent,
            boolean hidden,
            Tlp tlp,
            int confidentiality,
            Optional<Importance> importance,
            Map<Level, Text> texts,
            Set<UUID> audience) {
        this(kind, information, parent, hidden, tlp, confidentiality, importance, texts, audience, SafeSubject.NONE);
    }

    public NewTopic {
        texts = Map.copyOf(texts);
        audience = Set.copyOf(audience);
        if (audience.isEmpty()) {
            throw new RuleBroken("topic.audience-missing");
        }
        if (confidentiality < 1 || confidentiality > 2) {
            throw new RuleBroken("topic.confidentiality");
        }
        if (!texts.keySet().equals(Set.of(Level.ALL)) && !texts.keySet().equals(Set.of(Level.PRO, Level.GENERAL))) {
            throw new RuleBroken("topic.levels");
        }
        texts.values().forEach(text -> text.check(Optional.empty()));
        if (hidden && (kind == Kind.BULLETIN || kind == Kind.NOTICE)) {
            throw new RuleBroken("topic.bulletin-hidden");
        }
    }

    /** The title that lists show. */
    public String title() {
        return titleOf(texts);
    }

    static String titleOf(Map<Level, Text> texts) {
        var text = texts.get(texts.containsKey(Level.ALL) ? Level.ALL : Level.GENERAL);
        if (text == null) {
            throw new RuleBroken("topic.levels");
        }
        return text.title();
    }
}
