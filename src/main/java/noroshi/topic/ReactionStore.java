package noroshi.topic;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reactions and of following. */
@Repository
class ReactionStore {
    private final JdbcClient jdbc;
    private final Together together;

    ReactionStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
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

    Supplier<Map<UUID, Tally>> tallies(UUID topic) {
        Supplier<Map<UUID, EnumMap<Reaction, Integer>>> counts = together.later(
                Beside.key("tally", topic),
                new Question<>(
                        "select document, kind, count from topic.tally(:topic)", Map.of("topic", topic), rows -> {
                            var found = new HashMap<UUID, EnumMap<Reaction, Integer>>();
                            while (rows.next()) {
                                found.computeIfAbsent(Rows.id(rows, "document"), _ -> new EnumMap<>(Reaction.class))
                                        .put(reaction(rows.getString("kind")), rows.getInt("count"));
                            }
                            return found;
                        }));
        Supplier<Map<UUID, EnumSet<Reaction>>> mine = together.later(
                Beside.key("reactions", topic),
                new Question<>(
                        "select document, kind from topic.reaction where topic = :topic",
                        Map.of("topic", topic),
                        rows -> {
                            var found = new HashMap<UUID, EnumSet<Reaction>>();
                            while (rows.next()) {
                                found.computeIfAbsent(Rows.id(rows, "document"), _ -> EnumSet.noneOf(Reaction.class))
                                        .add(reaction(rows.getString("kind")));
                            }
                            return found;
                        }));
        return () -> {
            var tallies = new HashMap<UUID, Tally>();
            counts.get()
                    .forEach((document, of) -> tallies.put(
                            document,
                            new Tally(of, mine.get().getOrDefault(document, EnumSet.noneOf(Reaction.class)))));
            return tallies;
        };
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

    Supplier<Optional<Following>> following(UUID topic) {
        return together.later(
                Beside.key("following", topic),
                Question.optional(
                        "select mode from topic.follow where topic = :topic",
                        Map.of("topic", topic),
                        (row, n) -> Following.valueOf(row.getString("mode").toUpperCase(Locale.ROOT))));
    }

    private static Reaction reaction(String code) {
        return Reaction.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
