package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reading: views, readings and receipts. */
@Repository
class ReadingStore {
    private final JdbcClient jdbc;
    private final Together together;

    ReadingStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    void record(Topic topic, Level level, Actor actor, Instant now) {
        together.change(
                "select topic.record_opening(:topic, :version, :level, :organisation, :now)",
                Map.of(
                        "topic", topic.id(),
                        "version", topic.version(),
                        "level", level.name(),
                        "organisation", actor.organisation(),
                        "now", TopicStore.at(now)));
    }

    int confirm(UUID topic, int version, UUID person, Instant now) {
        return jdbc.sql("""
                update topic.reading set confirmed_at = coalesce(confirmed_at, :now)
                 where topic = :topic and version = :version and person = :person
                """)
                .param("topic", topic)
                .param("version", version)
                .param("person", person)
                .param("now", TopicStore.at(now))
                .update();
    }

    void markSeen(Collection<UUID> ids, Actor actor, Instant now) {
        jdbc.sql("""
                insert into topic.reading (topic, version, person, organisation, level, first_at, last_at)
                select id, version, :person, :organisation, 'ALL', :now, :now
                  from topic.topic where id = any (:ids) and state = 'published'
                on conflict do nothing
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("now", TopicStore.at(now))
                .update();
    }

    Supplier<Optional<Receipt>> latest(UUID topic, UUID person) {
        return together.later(
                List.of("latest", topic),
                Question.optional("""
                select person, organisation, version, first_at, last_at, confirmed_at
                  from topic.reading
                 where topic = :topic and person = :person
                 order by version desc limit 1
                """, Map.of("topic", topic, "person", person), ReadingStore::map));
    }

    List<Receipt> receipts(UUID topic) {
        return jdbc.sql("""
                select who.person, who.organisation, r.version, r.first_at, r.last_at, r.confirmed_at
                  from topic.readers(:topic) who
                  left join lateral (select version, first_at, last_at, confirmed_at from topic.reading
                                      where topic = :topic and person = who.person
                                      order by version desc limit 1) r on true
                 order by r.first_at nulls last, who.person
                """).param("topic", topic).query(ReadingStore::map).list();
    }

    Supplier<List<Receipt>> colleagues(UUID topic, UUID organisation) {
        return together.later(
                List.of("colleagues", topic),
                Question.list("""
                select person, cast(:organisation as uuid) as organisation, version, first_at, last_at, confirmed_at
                  from topic.colleagues(:topic, :organisation)
                """, Map.of("topic", topic, "organisation", organisation), ReadingStore::map));
    }

    Supplier<List<TeamReading>> team(Collection<UUID> topics, UUID organisation) {
        return together.later(
                List.of("team", List.copyOf(topics)),
                Question.list(
                        "select topic, person, seen, confirmed from topic.team(:topics, :organisation)",
                        Map.of("topics", topics.toArray(UUID[]::new), "organisation", organisation),
                        (row, n) -> new TeamReading(
                                Rows.id(row, "topic"),
                                Rows.id(row, "person"),
                                row.getBoolean("seen"),
                                row.getBoolean("confirmed"))));
    }

    /** Only for those whom the wall lets count them: the others would wait while they are walked through. */
    int views(UUID topic) {
        return together.ask(
                List.of("views", topic),
                Question.count("select count(*) from topic.view where topic = :topic", Map.of("topic", topic)));
    }

    private static Receipt map(ResultSet row, int n) throws SQLException {
        var version = row.getInt("version");
        var unread = row.wasNull();
        return new Receipt(
                Rows.id(row, "person"),
                Rows.id(row, "organisation"),
                unread ? Optional.empty() : Optional.of(version),
                Rows.optionalInstant(row, "first_at"),
                Rows.optionalInstant(row, "last_at"),
                Rows.optionalInstant(row, "confirmed_at"));
    }
}
