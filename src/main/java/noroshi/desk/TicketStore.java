package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the desk's own paper. Every row of it stands behind the wall of the desk's office. */
@Repository
class TicketStore {
    private static final String STANDING = """
            s.matter, s.since, s.status as standing, s.priority, s.impact, s.extent, s.visibility, s.cause, s.effect,
            s.rsit, s.continuity, s.safety, s.other, s.team, s.assignee, s.confirmed
            """;

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the board before its clocks are read. */
    record Row(
            Card card,
            Optional<Instant> waitingSince,
            Optional<Instant> helpAskedAt,
            Optional<Instant> impactAskedAt) {}

    /** The board at a moment: open matters, and those that ended since the given one. */
    List<Row> board(Instant at, Instant endedSince) {
        return jdbc.sql("select " + STANDING + """
                     , m.reference, m.kind, m.opened_at, m.waiting_since, t.title, k.year, k.number,
                       r.organisation,
                       (select count(*) from topic.insight_comments c where c.topic = m.topic and c.at <= :at) as comments,
                       (select min(x.asked_at) from desk.support x
                         where x.matter = m.topic and x.verdict is null and x.ended_at is null) as help_asked_at,
                       q.asked_at as impact_asked_at,
                       p.matter is not null as police,
                       array(select x.organisation from desk.support x
                              where x.matter = m.topic and x.asked_at <= :at
                                and (x.ended_at is null or x.ended_at > :at)
                                and x.verdict is distinct from 'DECLINED') as agencies
                  from desk.standing s
                  join desk.ticket k on k.matter = s.matter
                  join desk.matter m on m.topic = s.matter
                  join topic.readable t on t.id = s.matter
                  join desk.reporter r on r.matter = s.matter
                  left join (select i.matter, min(i.asked_at) as asked_at from desk.open_inquiries() i group by 1) q
                    on q.matter = s.matter
                  left join (select distinct x.matter from desk.track x where x.opened_at <= :at) p
                    on p.matter = s.matter
                 where s.since <= :at and (s.until is null or s.until > :at)
                   and (s.status not in ('CLOSED', 'MERGED', 'WITHDRAWN') or s.since >= :ended)
                 order by s.priority nulls first, m.opened_at desc, m.reference
                """)
                .param("at", MatterStore.at(at))
                .param("ended", MatterStore.at(endedSince))
                .query(TicketStore::row)
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var card = new Card(
                MatterStore.id(row, "matter"),
                row.getString("reference"),
                "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                MatterKind.valueOf(row.getString("kind")),
                row.getString("title"),
                MatterStore.id(row, "organisation"),
                MatterStore.instant(row, "opened_at"),
                standing(row, n),
                List.of((UUID[]) row.getArray("agencies").getArray()),
                row.getInt("comments"),
                row.getBoolean("police"),
                Optional.empty());
        return new Row(
                card,
                MatterStore.moment(row, "waiting_since"),
                MatterStore.moment(row, "help_asked_at"),
                MatterStore.moment(row, "impact_asked_at"));
    }

    static Standing standing(ResultSet row, int n) throws SQLException {
        return new Standing(
                MatterStore.id(row, "matter"),
                MatterStore.instant(row, "since"),
                Status.valueOf(row.getString("standing")),
                number(row, "priority"),
                Impact.valueOf(row.getString("impact")),
                row.getString("extent"),
                Visibility.valueOf(row.getString("visibility")),
                new Classification(
                        Optional.ofNullable(row.getString("cause")).map(Cause::valueOf),
                        Optional.ofNullable(row.getString("effect")).map(Effect::valueOf),
                        Optional.ofNullable(row.getString("rsit")).map(Rsit::of),
                        Severity.of(number(row, "continuity"), number(row, "safety"), number(row, "other"))),
                number(row, "team"),
                Optional.ofNullable(row.getObject("assignee", UUID.class)),
                row.getBoolean("confirmed"));
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        var found = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(found);
    }

    Optional<Ticket> ticket(UUID matter) {
        return jdbc.sql("select k.year, k.number, k.opened_at, k.outcome, k.lessons, " + STANDING + """
                  from desk.ticket k
                  join desk.standing s on s.matter = k.matter and s.until is null
                 where k.matter = :matter
                """)
                .param("matter", matter)
                .query((row, n) -> new Ticket(
                        row.getInt("year"),
                        row.getInt("number"),
                        MatterStore.instant(row, "opened_at"),
                        row.getString("outcome"),
                        row.getString("lessons"),
                        standing(row, n),
                        notes(matter)))
                .optional();
    }

    /**
     * The present standing, kept from others until the transaction ends. The ticket is locked before its standing is
     * looked for: whoever waited finds the new one, not the one that has ended meanwhile.
     */
    Optional<Standing> lock(UUID matter) {
        jdbc.sql("select topic from desk.matter where topic = :matter for no key update")
                .param("matter", matter)
                .query(UUID.class)
                .list();
        jdbc.sql("select matter from desk.ticket where matter = :matter for update")
                .param("matter", matter)
                .query(UUID.class)
                .list();
        return jdbc.sql("select " + STANDING + """
                  from desk.standing s where s.matter = :matter and s.until is null
                """)
                .param("matter", matter)
                .query(TicketStore::standing)
                .optional();
    }

    /** The old standing ends and the new one begins. */
    void stand(Standing it, Instant now, Actor actor) {
        var severity = it.classification().severity();
        jdbc.sql("update desk.standing set until = :now where matter = :matter and until is null")
                .param("matter", it.matter())
                .param("now", MatterStore.at(now))
                .update();
        jdbc.sql("""
                insert into desk.standing (matter, since, by, status, priority, impact, extent, visibility, cause,
                                           effect, rsit, continuity, safety, other, team, assignee, confirmed)
                values (:matter, :now, :by, :status, :priority, :impact, :extent, :visibility, :cause, :effect,
                        :rsit, :continuity, :safety, :other, :team, :assignee, :confirmed)
                """)
                .param("matter", it.matter())
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .param("status", it.status().name())
                .param("priority", it.priority().orElse(null), Types.SMALLINT)
                .param("impact", it.impact().name())
                .param("extent", it.extent())
                .param("visibility", it.visibility().name())
                .param("cause", it.classification().cause().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("effect", it.classification().effect().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("rsit", it.classification().rsit().map(Rsit::code).orElse(null), Types.VARCHAR)
                .param("continuity", severity.map(Severity::continuity).orElse(null), Types.SMALLINT)
                .param("safety", severity.map(Severity::safety).orElse(null), Types.SMALLINT)
                .param("other", severity.map(Severity::other).orElse(null), Types.SMALLINT)
                .param("team", it.team().orElse(null), Types.SMALLINT)
                .param("assignee", it.assignee().orElse(null), Types.OTHER)
                .param("confirmed", it.confirmed())
                .update();
    }

    /** Tells everybody who reads the matter where it stands. */
    void show(UUID matter, Status status, Optional<String> latest, Instant now) {
        jdbc.sql("""
                update desk.matter
                   set status = :status, latest = coalesce(:latest, latest),
                       latest_at = case when :latest::text is null then latest_at else :now end,
                       acknowledged_at = case when :status = 'SUBMITTED' then acknowledged_at
                                              else coalesce(acknowledged_at, :now) end,
                       closed_at = case when :status in ('CLOSED', 'MERGED') then :now end,
                       merged_into = case when :status = 'MERGED' then merged_into end
                 where topic = :matter
                """)
                .param("matter", matter)
                .param("status", status.name())
                .param("latest", latest.orElse(null), Types.VARCHAR)
                .param("now", MatterStore.at(now))
                .update();
    }

    void concern(UUID matter, Optional<String> system) {
        jdbc.sql("update desk.matter set system = :system where topic = :matter")
                .param("matter", matter)
                .param("system", system.orElse(null), Types.VARCHAR)
                .update();
    }

    void merge(UUID matter, UUID into) {
        jdbc.sql("update desk.matter set merged_into = :into, waiting_since = null where topic = :matter")
                .param("matter", matter)
                .param("into", into)
                .update();
    }

    void conclude(UUID matter, String outcome, String lessons) {
        jdbc.sql("update desk.ticket set outcome = :outcome, lessons = :lessons where matter = :matter")
                .param("matter", matter)
                .param("outcome", outcome)
                .param("lessons", lessons)
                .update();
    }

    private List<Note> notes(UUID matter) {
        return jdbc.sql("""
                select id, at, by, kind, body, minutes, due_at, done_at from desk.note
                 where matter = :matter order by at desc, id
                """)
                .param("matter", matter)
                .query((row, n) -> new Note(
                        MatterStore.id(row, "id"),
                        MatterStore.instant(row, "at"),
                        MatterStore.id(row, "by"),
                        NoteKind.valueOf(row.getString("kind")),
                        row.getString("body"),
                        number(row, "minutes"),
                        MatterStore.moment(row, "due_at"),
                        MatterStore.moment(row, "done_at")))
                .list();
    }

    UUID note(UUID matter, NewNote it, @Nullable Duration due, Instant now, Actor actor) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into desk.note (id, matter, at, by, kind, body, minutes, due_at)
                values (:id, :matter, :now, :by, :kind, :body, :minutes, :due)
                """)
                .param("id", id)
                .param("matter", matter)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .param("kind", it.kind().name())
                .param("body", it.body())
                .param("minutes", it.minutes().orElse(null), Types.INTEGER)
                .param("due", due == null ? null : MatterStore.at(now.plus(due)), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return id;
    }

    boolean done(UUID matter, UUID note, Instant now, Actor actor) {
        return jdbc.sql("""
                        update desk.note set done_at = :now, done_by = :by
                         where id = :id and matter = :matter and kind = 'TASK' and done_at is null
                        """)
                        .param("id", note)
                        .param("matter", matter)
                        .param("now", MatterStore.at(now))
                        .param("by", actor.person())
                        .update()
                == 1;
    }
}
