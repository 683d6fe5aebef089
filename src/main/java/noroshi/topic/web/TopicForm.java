package noroshi.topic.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.SafeSubject;
import noroshi.topic.Text;
import org.jspecify.annotations.Nullable;

/** A topic as somebody types it; nothing is refused here, so that nothing typed is lost. */
public record TopicForm(
        String title,
        String body,
        String kind,
        String information,
        String tlp,
        String confidentiality,
        Boolean hidden,
        List<String> audience,
        String find,
        String parent,
        String safeSubject) {

    public TopicForm(
            @Nullable String title,
            @Nullable String body,
            @Nullable String kind,
            @Nullable String information,
            @Nullable String tlp,
            @Nullable String confidentiality,
            @Nullable Boolean hidden,
            @Nullable List<String> audience,
            @Nullable String find,
            @Nullable String parent,
            @Nullable String safeSubject) {
        this.title = Objects.requireNonNullElse(title, "");
        this.body = Objects.requireNonNullElse(body, "");
        this.kind = Objects.requireNonNullElse(kind, Kind.POST.name());
        this.information = Objects.requireNonNullElse(information, InformationKind.OTHER.name());
        this.tlp = Objects.requireNonNullElse(tlp, Tlp.AMBER.name());
        this.confidentiality = Objects.requireNonNullElse(confidentiality, "2");
        this.hidden = Boolean.TRUE.equals(hidden);
        this.audience = audience == null ? List.of() : List.copyOf(audience);
        this.find = Objects.requireNonNullElse(find, "");
        this.parent = Objects.requireNonNullElse(parent, "");
        this.safeSubject = Objects.requireNonNullElse(safeSubject, "");
    }

    static TopicForm empty(List<String> audience, String kind, String parent) {
        return new TopicForm(
                null, null, kind.isEmpty() ? null : kind, null, null, null, false, audience, null, parent, null);
    }

    static TopicForm of(Map<String, List<String>> fields) {
        return new TopicForm(
                first(fields, "title"),
                first(fields, "body"),
                first(fields, "kind"),
                first(fields, "information"),
                first(fields, "tlp"),
                first(fields, "confidentiality"),
                "true".equals(first(fields, "hidden")),
                fields.get("audience"),
                null,
                first(fields, "parent"),
                first(fields, "safeSubject"));
    }

    private static @Nullable String first(Map<String, List<String>> fields, String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    Map<String, List<String>> fields() {
        return Map.of(
                "title", List.of(title),
                "body", List.of(body),
                "kind", List.of(kind),
                "information", List.of(information),
                "tlp", List.of(tlp),
                "confidentiality", List.of(confidentiality),
                "hidden", List.of(Boolean.toString(hidden)),
                "audience", audience,
                "parent", List.of(parent),
                "safeSubject", List.of(safeSubject));
    }

    Tlp label() {
        return Tlp.parse(tlp).orElseThrow(() -> new RuleBroken("topic.tlp-unknown"));
    }

    Optional<UUID> parentId() {
        try {
            return parent.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(parent));
        } catch (IllegalArgumentException notAnId) {
            throw new RuleBroken("topic.parent-unknown");
        }
    }

    NewTopic topic(Set<UUID> principals) {
        return new NewTopic(
                written(constant(Kind.class, kind)),
                constant(InformationKind.class, information),
                parentId(),
                hidden,
                label(),
                marked(),
                Optional.empty(),
                Map.of(Level.ALL, new Text(title, body)),
                principals,
                new SafeSubject(safeSubject));
    }

    /** What the form proposes counts for who sends nothing. */
    private int marked() {
        return switch (confidentiality) {
            case "1" -> 1;
            case "2", "" -> 2;
            default -> throw new RuleBroken("topic.confidentiality");
        };
    }

    /** Bulletins come from the newsroom only, notices and matters from the duty desk. */
    private static Kind written(Kind kind) {
        if (kind != Kind.POST && kind != Kind.QUESTION) {
            throw new RuleBroken("topic.choice-unknown");
        }
        return kind;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new RuleBroken("topic.choice-unknown");
        }
    }
}
