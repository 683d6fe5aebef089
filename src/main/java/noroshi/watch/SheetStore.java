package noroshi.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.desk.Changed;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what is handed over. Every row stands behind the wall of the desk's office. */
@Repository
class SheetStore {
    private static final String SELECT = """
            select id, hours, begins_at, ends_at, since, facts, words, handed_at, handed_by, taken_at, taken_by, answer
              from watch.sheet
            """;

    private final JdbcClient jdbc;
    private final Together together;
    private final JsonMapper json;

    SheetStore(JdbcClient jdbc, Together together, JsonMapper json) {
        this.jdbc = jdbc;
        this.together = together;
        this.json = json;
    }

    boolean staff() {
        return jdbc.sql("select desk.staff()").query(Boolean.class).single();
    }

    List<Sheet> newest(int most) {
        return jdbc.sql(SELECT + " order by begins_at desc limit :most")
                .param("most", most)
                .query(this::sheet)
                .list();
    }

    Optional<Sheet> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::sheet)
                .optional();
    }

    Optional<Sheet> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(this::sheet)
                .optional();
    }

    List<Sheet> untaken() {
        return jdbc.sql(SELECT + " where taken_at is null order by handed_at")
                .query(this::sheet)
                .list();
    }

    /** Shifts that somebody watches or watched, over by a moment, for which and after which nobody has handed over; first first. */
    List<Sheet.Draft> owed(Instant by, Instant now) {
        return jdbc.sql("""
                with last as (select max(begins_at) as begins_at, max(handed_at) as handed_at from watch.sheet)
                select distinct on (d.begins_at) d.hours, d.begins_at, d.ends_at,
                       coalesce(l.handed_at, d.begins_at) as since
                  from watch.duty d cross join last l
                 where d.ended_at is null and d.hours is not null and d.ends_at <= :by
                   and d.begins_at <= :now
                   and d.begins_at > coalesce(l.begins_at, '-infinity')
                 order by d.begins_at, d.ends_at desc
                """)
                .param("by", DutyStore.at(by))
                .param("now", DutyStore.at(now))
                .query((row, n) -> new Sheet.Draft(
                        Optional.ofNullable(row.getObject("hours", UUID.class)),
                        DutyStore.instant(row, "begins_at"),
                        DutyStore.instant(row, "ends_at"),
                        DutyStore.instant(row, "since"),
                        List.of()))
                .list();
    }

    /** For the desk: hand-overs that are late, and sheets of others that wait to be taken over. */
    Supplier<Integer> waiting(Instant late, Actor actor) {
        var values = Map.of("late", DutyStore.at(late), "reader", actor.person());
        var question = Question.count("""
                select case when desk.staff() then
                       (select count(distinct d.begins_at) from watch.duty d
                         where d.ended_at is null and d.hours is not null and d.ends_at <= :late
                           and d.begins_at > coalesce((select max(s.begins_at) from watch.sheet s), '-infinity'))
                     + (select count(*) from watch.sheet s where s.taken_at is null and s.handed_by <> :reader)
                       else 0 end
                """, values);
        return together.later(question.sql(), question);
    }

    /** Kept; nothing if somebody has handed this shift over meanwhile. */
    boolean insert(UUID id, Sheet.Draft draft, String words, Instant now, Actor actor) {
        return jdbc.sql("""
                insert into watch.sheet (id, hours, begins_at, ends_at, since, facts, words, handed_at, handed_by)
                values (:id, :hours, :begins, :ends, :since, :facts::jsonb, :words, :now, :by)
                on conflict do nothing
                """)
                        .params(Map.of(
                                "id", id,
                                "begins", DutyStore.at(draft.begins()),
                                "ends", DutyStore.at(draft.ends()),
                                "since", DutyStore.at(draft.since()),
                                "facts", json.writeValueAsString(draft.facts()),
                                "words", words,
                                "now", DutyStore.at(now),
                                "by", actor.person()))
                        .param("hours", draft.hours().orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    void take(UUID id, String answer, Instant now, Actor actor) {
        jdbc.sql("update watch.sheet set taken_at = :now, taken_by = :by, answer = :answer where id = :id")
                .param("id", id)
                .param("now", DutyStore.at(now))
                .param("by", actor.person())
                .param("answer", answer)
                .update();
    }

    private Sheet sheet(ResultSet row, int n) throws SQLException {
        @Nullable OffsetDateTime taken = row.getObject("taken_at", OffsetDateTime.class);
        return new Sheet(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("hours", UUID.class)),
                DutyStore.instant(row, "begins_at"),
                DutyStore.instant(row, "ends_at"),
                DutyStore.instant(row, "since"),
                json.readValue(row.getString("facts"), new TypeReference<List<Changed>>() {}),
                row.getString("words"),
                DutyStore.instant(row, "handed_at"),
                row.getObject("handed_by", UUID.class),
                taken == null
                        ? Optional.empty()
                        : Optional.of(new Sheet.Taken(
                                taken.toInstant(), row.getObject("taken_by", UUID.class), row.getString("answer"))));
    }
}
