package noroshi.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.MatterKind;
import noroshi.desk.Telling;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of practices. */
@Repository
class PracticeStore {
    private static final String SELECT = """
            select id, kind, title, outline, damage, technical, system, help, hidden, told, left_out, sent_at
              from practice.report
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PracticeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Practice> newest(int most) {
        return jdbc.sql(SELECT + " order by sent_at desc, id limit :most")
                .param("most", most)
                .query(this::practice)
                .list();
    }

    Optional<Practice> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::practice)
                .optional();
    }

    /** The practice that this form has become before. */
    Optional<Practice> sent(UUID once) {
        return jdbc.sql(SELECT + " where once = :once")
                .param("once", once)
                .query(this::practice)
                .optional();
    }

    UUID insert(NewPractice it, Collection<UUID> told, Collection<UUID> leftOut, Instant now, Actor actor) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into practice.report (id, once, person, kind, title, outline, damage, technical, system, help, hidden,
                                             told, left_out, sent_at)
                values (:id, :once, :person, :kind, :title, :outline::jsonb, :damage::jsonb, :technical::jsonb, :system,
                        :help, :hidden, :told, :leftOut, :now)
                """)
                .param("id", id)
                .param("once", it.once())
                .param("person", actor.person())
                .param("kind", it.kind().name())
                .param("title", it.title())
                .param("outline", json.writeValueAsString(it.outline()))
                .param("damage", json.writeValueAsString(it.damage()))
                .param("technical", json.writeValueAsString(it.technical()))
                .param("system", it.system().orElse(null), Types.VARCHAR)
                .param("help", it.help())
                .param("hidden", it.hidden())
                .param("told", told.toArray(UUID[]::new))
                .param("leftOut", leftOut.toArray(UUID[]::new))
                .param("now", at(now))
                .update();
        return id;
    }

    void tally(Instant now, Actor actor) {
        jdbc.sql("""
                insert into practice.tally as t (person, organisation, times, last_at)
                values (:person, :organisation, 1, :now)
                on conflict (person, organisation) do update set times = t.times + 1, last_at = excluded.last_at
                """)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("now", at(now))
                .update();
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from practice.report where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    int deleteAll(UUID person) {
        return jdbc.sql("delete from practice.report where person = :person")
                .param("person", person)
                .update();
    }

    Practised practised(UUID organisation) {
        return jdbc.sql("select people, times from practice.practised(:organisation)")
                .param("organisation", organisation)
                .query((row, n) -> new Practised(row.getInt("people"), row.getInt("times")))
                .single();
    }

    List<Sentence> sentences() {
        return jdbc.sql("select step, applies, ja, en from practice.sentence order by place")
                .query((row, n) -> new Sentence(
                        Answer.Step.valueOf(row.getString("step")),
                        Sentence.When.valueOf(row.getString("applies")),
                        row.getString("ja"),
                        row.getString("en")))
                .list();
    }

    private Practice practice(ResultSet row, int n) throws SQLException {
        return new Practice(
                row.getObject("id", UUID.class),
                MatterKind.valueOf(row.getString("kind")),
                row.getString("title"),
                json.readValue(row.getString("outline"), Telling.class),
                json.readValue(row.getString("damage"), Telling.class),
                json.readValue(row.getString("technical"), Telling.class),
                Optional.ofNullable(row.getString("system")),
                row.getBoolean("help"),
                row.getBoolean("hidden"),
                List.of((UUID[]) row.getArray("told").getArray()),
                List.of((UUID[]) row.getArray("left_out").getArray()),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
