package noroshi.topic;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Tlp;

/** Topics that tests post. */
public final class Samples {
    public static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private Samples() {}

    public static NewTopic post(Tlp tlp, UUID... audience) {
        return topic(Kind.POST, tlp, false, "駅の監視カメラへの走査", "送信元は 192.0.2.7 です。", audience);
    }

    public static NewTopic question(boolean hidden, UUID... audience) {
        return topic(Kind.QUESTION, Tlp.AMBER, hidden, "同じ走査を見ましたか", "昨夜から続いています。", audience);
    }

    public static NewTopic topic(Kind kind, Tlp tlp, boolean hidden, String title, String body, UUID... audience) {
        return new NewTopic(
                kind,
                InformationKind.OBSERVATION_ANALYSIS,
                Optional.empty(),
                hidden,
                tlp,
                2,
                Optional.empty(),
                Map.of(Level.ALL, new Text(title, body)),
                Set.of(audience));
    }

    public static NewTopic part(UUID parent, Tlp tlp, String title, UUID... audience) {
        return new NewTopic(
                Kind.POST,
                InformationKind.INCIDENT,
                Optional.of(parent),
                false,
                tlp,
                2,
                Optional.empty(),
                Map.of(Level.ALL, new Text(title, "被害の詳細")),
                Set.of(audience));
    }
}
