package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of what changed at the desk in a while, and of what was open at its end. A note is told by its beginning: all of
 * it stands on its ticket.
 */
@Repository
class ChangeStore {
    private static final String FIND = """
            with changed (what, matter, code, words, organisation, at) as (
                select 'ARRIVED', s.matter, s.status, '', r.organisation, m.opened_at
                  from desk.matter m
                  join desk.reporter r on r.matter = m.topic
                  join desk.standing s on s.matter = m.topic and s.since <= :until and (s.until is null or s.until > :until)
                 where m.opened_at > :since and m.opened_at <= :until
                union all
                select 'MOVED', b.matter, a.status || ' ' || b.status, '', null, b.since
                  from desk.standing b
                  join desk.standing a on a.matter = b.matter and a.since <= :since and (a.until is null or a.until > :since)
                 where b.since <= :until and (b.until is null or b.until > :until) and a.status <> b.status
                union all
                select 'DECISION', n.matter, '', left(n.body, 500), null, n.at
                  from desk.note n where n.kind = 'DECISION' and n.at > :since and n.at <= :until
                union all
                select 'SUPPORT', h.matter,
                       case when h.ended_at is not null then 'ENDED' else coalesce(h.verdict, 'OPEN') end, '', h.organisation,
                       coalesce(h.ended_at, h.answered_at, h.asked_at)
                  from desk.support h
                 where h.asked_at <= :until
                   and (h.ended_at is null and h.verdict is null
                        or coalesce(h.ended_at, h.answered_at, h.asked_at) > :since)
                union all
                select 'INQUIRY', s.matter, '', '', q.organisation, q.asked_at
                  from desk.standing s
                  join desk.open_inquiries() q on q.matter = s.matter
                 where s.until is null and s.status not in ('CLOSED', 'MERGED', 'WITHDRAWN')
                union all
                select 'TASK', n.matter, '', left(n.body, 500), null, coalesce(n.due_at, n.at)
                  from desk.note n
                  join desk.standing s on s.matter = n.matter and s.until is null
                   and s.status not in ('CLOSED', 'MERGED', 'WITHDRAWN')
                 where n.kind = 'TASK' and n.done_at is null)
            select c.what, c.code, c.words, c.organisation, c.at, m.reference, k.year, k.number, t.title
              from changed c
              join desk.matter m on m.topic = c.matter
              join desk.ticket k on k.matter = c.matter
              join topic.readable t on t.id = c.matter
             order by c.at, k.year, k.number, c.what, c.words
            """;

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change whose organisation has no name yet. */
    record Found(Changed changed, Optional<UUID> organisation) {}

    List<Found> between(Instant since, Instant until) {
        return jdbc.sql(FIND)
                .param("since", MatterStore.at(since))
                .param("until", MatterStore.at(until))
                .query(ChangeStore::found)
                .list();
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        return new Found(
                new Changed(
                        Changed.What.valueOf(row.getString("what")),
                        row.getString("reference"),
                        "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                        row.getString("title"),
                        row.getString("code"),
                        row.getString("words"),
                        MatterStore.instant(row, "at")),
                Optional.ofNullable(row.getObject("organisation", UUID.class)));
    }
}
