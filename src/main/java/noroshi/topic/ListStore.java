package noroshi.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import noroshi.topic.TopicFilter.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The SQL of lists that leave something out. */
@Repository
class ListStore {
    static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final int LOOKED_AT = 2_000;

    private final Together together;

    ListStore(Together together) {
        this.together = together;
    }

    /** A filter that leaves out much looks at so many of each principal and no further. */
    Supplier<Sifted> sifted(TopicFilter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(
                "kinds",
                filter.kinds().isEmpty()
                        ? null
                        : filter.kinds().stream().map(Kind::name).sorted().toArray(String[]::new));
        values.put("principal", filter.community().orElse(null));
        values.put("addressed", filter.has(Condition.ADDRESSED));
        values.put("own", filter.has(Condition.OWN));
        values.put("important", filter.has(Condition.IMPORTANT));
        values.put("unread", filter.has(Condition.UNREAD));
        values.put("unconfirmed", filter.has(Condition.UNCONFIRMED));
        values.put("unanswered", filter.has(Condition.UNANSWERED));
        values.put("before", TopicStore.at(filter.after().map(TopicCursor::at).orElse(END)));
        values.put("beside", filter.after().map(TopicCursor::topic).orElse(new UUID(0, 0)));
        values.put("look", filter.leavesOut() ? LOOKED_AT : filter.size() + 1);
        values.put("size", filter.size() + 1);
        return together.later(List.of("sifted", filter), new Question<>("""
                        select topic, revised_at, version, fresh, matches
                          from topic.sifted(:kinds::text[], :principal::uuid, :addressed, :own, :important, :unread,
                                            :unconfirmed, :unanswered, :before, :beside, :look, :size)
                        """, values, rows -> {
            var matches = new ArrayList<Sifted.Line>();
            var looked = Optional.<TopicCursor>empty();
            while (rows.next()) {
                var topic = Rows.id(rows, "topic");
                var at = Rows.instant(rows, "revised_at");
                if (rows.getBoolean("matches")) {
                    matches.add(new Sifted.Line(topic, at, rows.getInt("version"), rows.getBoolean("fresh")));
                } else {
                    looked = Optional.of(new TopicCursor(at, topic));
                }
            }
            return Sifted.of(List.copyOf(matches), looked, filter.size());
        }));
    }
}
