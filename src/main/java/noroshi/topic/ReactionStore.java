package noroshi.topic;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reactions and of following. */
@Repository
class ReactionStore {
    private final JdbcClient jdbc;

    ReactionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID topic, UUID document, Reaction reaction, UUID person) {
        if (reaction != Reaction.USEFUL) {
            remove(document, reaction == Reaction.ME_TOO ? Reaction.NOT_US : Reaction.ME_TOO, person);
        }
        jdbc.sql("""
                insert into topic.reaction (topic, document, person, kind)
                values (:topic, :document, :person, :kind)
                on conflict do nothing
                """)
                .param("topic", topic)
                .param("document", document)
                .param("person", person)
                .param("kind", reaction.code())
                .update();
    }

    void remove(UUID document, Reaction reaction, UUID person) {
        jdbc.sql("delete from topic.reaction where document = :document and person = :person and kind = :kind")
                .param("document", document)
                .param("person", person)
                .param("kind", reaction.code())
                .update();
    }

    Map<UUID, Tally> tallies(UUID topic) {
        var counts = new HashMap<UUID, EnumMap<Reaction, Integer>>();
        jdbc.sql("select document, kind, count from topic.tally(:topic)")
                .param("topic", topic)
                .query(row -> {
                    counts.computeIfAbsent(Rows.id(row, "document"), _ -> new EnumMap<>(Reaction.class))
                            .put(reaction(row.getString("kind")), row.getInt("count"));
                });
        var mine = new HashMap<UUID, EnumSet<Reaction>>();
        jdbc.sql("select document, kind from topic.reaction where topic = :topic")
                .param("topic", topic)
                .query(row -> {
                    mine.computeIfAbsent(Rows.id(row, "document"), _ -> EnumSet.noneOf(Reaction.class))
                            .add(reaction(row.getString("kind")));
                });
        var tallies = new HashMap<UUID, Tally>();
        counts.forEach((document, of) ->
                tallies.put(document, new Tally(of, mine.getOrDefault(document, EnumSet.noneOf(Reaction.class)))));
        return tallies;
    }

    void follow(UUID topic, Optional<Following> mode, UUID person) {
        jdbc.sql("delete from topic.follow where topic = :topic and person = :person")
                .param("topic", topic)
                .param("person", person)
                .update();
        mode.ifPresent(
                chosen -> jdbc.sql("insert into topic.follow (topic, person, mode) values (:topic, :person, :mode)")
                        .param("topic", topic)
                        .param("person", person)
                        .param("mode", chosen.name().toLowerCase(Locale.ROOT))
                        .update());
    }

    Optional<Following> following(UUID topic) {
        return jdbc.sql("select mode from topic.follow where topic = :topic")
                .param("topic", topic)
                .query(String.class)
                .optional()
                .map(mode -> Following.valueOf(mode.toUpperCase(Locale.ROOT)));
    }

    private static Reaction reaction(String code) {
        return Reaction.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
