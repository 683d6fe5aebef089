package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the desk's figures: the matters themselves, which the tables only sort. */
@Repository
class CountStore {
    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The matters of a period; what was taken back, or turned out to be told twice, is none. */
    List<Counted> matters(Instant from, Instant before) {
        return jdbc.sql("""
                select m.reference, k.year, k.number, t.title, m.kind, m.channel, m.status, s.cause, m.opened_at,
                       m.acknowledged_at, m.closed_at,
                       coalesce((select w.answers ->> 'event_class' from desk.telling w
                                  where w.topic = m.topic order by w.version desc limit 1), '') as event_class,
                       (select min(h.answered_at) from desk.support h
                         where h.matter = m.topic and h.verdict in ('ACCEPTED', 'PARTLY')) as helped_at
                  from desk.matter m
                  join desk.ticket k on k.matter = m.topic
                  join desk.standing s on s.matter = m.topic and s.until is null
                  join topic.readable t on t.id = m.topic
                 where m.opened_at >= :from and m.opened_at < :before and m.status not in ('MERGED', 'WITHDRAWN')
                 order by m.opened_at, k.year, k.number
                """)
                .param("from", MatterStore.at(from))
                .param("before", MatterStore.at(before))
                .query((row, n) -> new Counted(
                        row.getString("reference"),
                        "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                        row.getString("title"),
                        MatterKind.valueOf(row.getString("kind")),
                        Channel.valueOf(row.getString("channel")),
                        Status.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getString("cause")).map(Cause::valueOf),
                        row.getString("event_class"),
                        MatterStore.instant(row, "opened_at"),
                        MatterStore.moment(row, "acknowledged_at"),
                        MatterStore.moment(row, "helped_at"),
                        MatterStore.moment(row, "closed_at")))
                .list();
    }
}
