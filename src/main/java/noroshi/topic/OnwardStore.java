package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of asking the source. */
@Repository
class OnwardStore {
    private static final String SELECT = """
            select o.id, o.topic, o.version, o.community, o.audience, o.purpose, o.asked_at, o.answer, o.answered_at,
                   a.person, a.organisation
              from topic.onward o
              left join topic.asker a on a.onward = o.id
            """;

    private final JdbcClient jdbc;
    private final Together together;

    OnwardStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    Supplier<List<Onward>> of(UUID topic) {
        return together.later(
                Beside.key("onward", topic),
                Question.list(
                        SELECT + " where o.topic = :topic order by o.asked_at, o.id",
                        Map.of("topic", topic),
                        OnwardStore::map));
    }

    Optional<Onward> find(UUID topic, UUID request) {
        return jdbc.sql(SELECT + " where o.topic = :topic and o.id = :request")
                .param("topic", topic)
                .param("request", request)
                .query(OnwardStore::map)
                .optional();
    }

    List<Onward> waiting() {
        return jdbc.sql(SELECT
                        + " where o.id in (select w.onward from topic.onward_waiting() w) order by o.asked_at, o.id")
                .query(OnwardStore::map)
                .list();
    }

    List<Onward> askedBy(UUID person) {
        return jdbc.sql(SELECT + " where a.person = :person order by o.asked_at desc, o.id limit 100")
                .param("person", person)
                .query(OnwardStore::map)
                .list();
    }

    UUID insert(Topic topic, Optional<UUID> community, String audience, String purpose, Actor actor, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into topic.onward (id, topic, version, community, audience, purpose, asked_at)
                values (:id, :topic, :version, :community, :audience, :purpose, :now)
                """)
                .param("id", id)
                .param("topic", topic.id())
                .param("version", topic.version())
                .param("community", community.orElse(null), Types.OTHER)
                .param("audience", audience)
                .param("purpose", purpose)
                .param("now", TopicStore.at(now))
                .update();
        jdbc.sql("insert into topic.asker (onward, person, organisation) values (:id, :person, :organisation)")
                .param("id", id)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .update();
        return id;
    }

    int answer(UUID request, Onward.Answer answer, Instant now) {
        return jdbc.sql("""
                update topic.onward set answer = :answer, answered_at = :now where id = :request and answer is null
                """)
                .param("request", request)
                .param("answer", answer.name().toLowerCase(Locale.ROOT))
                .param("now", TopicStore.at(now))
                .update();
    }

    private static Onward map(ResultSet row, int n) throws SQLException {
        @Nullable String answer = row.getString("answer");
        var person = Rows.optionalId(row, "person");
        var organisation = Rows.optionalId(row, "organisation");
        return new Onward(
                Rows.id(row, "id"),
                Rows.id(row, "topic"),
                row.getInt("version"),
                Rows.optionalId(row, "community"),
                row.getString("audience"),
                row.getString("purpose"),
                Rows.instant(row, "asked_at"),
                person.flatMap(who -> organisation.map(of -> new Author.Known(who, of))),
                Optional.ofNullable(answer).map(it -> Onward.Answer.valueOf(it.toUpperCase(Locale.ROOT))),
                Rows.optionalInstant(row, "answered_at"));
    }
}
