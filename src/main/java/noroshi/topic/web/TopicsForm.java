package noroshi.topic.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.topic.Kind;
import noroshi.topic.TopicCursor;
import noroshi.topic.TopicFilter;
import noroshi.topic.TopicFilter.Condition;
import org.jspecify.annotations.Nullable;

/** The filters of the list of topics as its address carries them; anything unknown filters nothing. */
public record TopicsForm(
        String kind, String community, String addressed, String unread, String unanswered, String own, String after) {
    public TopicsForm(
            @Nullable String kind,
            @Nullable String community,
            @Nullable String addressed,
            @Nullable String unread,
            @Nullable String unanswered,
            @Nullable String own,
            @Nullable String after) {
        this.kind = Objects.requireNonNullElse(kind, "");
        this.community = Objects.requireNonNullElse(community, "");
        this.addressed = Objects.requireNonNullElse(addressed, "");
        this.unread = Objects.requireNonNullElse(unread, "");
        this.unanswered = Objects.requireNonNullElse(unanswered, "");
        this.own = Objects.requireNonNullElse(own, "");
        this.after = Objects.requireNonNullElse(after, "");
    }

    public boolean on(String condition) {
        return condition.equals("true");
    }

    /** Whether anything is filtered at all. */
    public boolean any() {
        return !kind.isEmpty() || !community.isEmpty() || on(addressed) || on(unread) || on(unanswered) || on(own);
    }

    /** Only where the reader sits may they choose. */
    TopicFilter filter(int size, Collection<UUID> communities) {
        var conditions = EnumSet.noneOf(Condition.class);
        add(conditions, addressed, Condition.ADDRESSED);
        add(conditions, unread, Condition.UNREAD);
        add(conditions, unanswered, Condition.UNANSWERED);
        add(conditions, own, Condition.OWN);
        return TopicFilter.of(size, conditions.toArray(Condition[]::new))
                .of(kinds())
                .in(communities.stream()
                        .filter(each -> each.toString().equals(community))
                        .findFirst())
                .after(cursor());
    }

    private Kind[] kinds() {
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(kind))
                .toArray(Kind[]::new);
    }

    private Optional<TopicCursor> cursor() {
        return after.isEmpty() ? Optional.empty() : TopicCursor.parse(after);
    }

    private void add(Set<Condition> conditions, String chosen, Condition condition) {
        if (on(chosen)) {
            conditions.add(condition);
        }
    }
}
