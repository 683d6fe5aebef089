package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of matters that belong together. */
@Repository
class LinkStore {
    private static final int MOST = 400;

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Both ways, the newest matter first. */
    List<Linked> of(UUID matter) {
        return jdbc.sql("""
                select m.topic, m.reference, m.opened_at, m.status, k.year, k.number, t.title, l.kind, l.later
                  from (select other as id, kind, false as later from desk.link where matter = :matter
                        union all
                        select matter, kind, true from desk.link where other = :matter) l
                  join desk.matter m on m.topic = l.id
                  join desk.ticket k on k.matter = l.id
                  join topic.readable t on t.id = l.id
                 order by m.opened_at desc, m.reference
                """)
                .param("matter", matter)
                .query((row, n) -> new Linked(
                        MatterStore.id(row, "topic"),
                        row.getString("reference"),
                        "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                        row.getString("title"),
                        MatterStore.instant(row, "opened_at"),
                        Status.valueOf(row.getString("status")),
                        Linked.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("later")))
                .list();
    }

    /** Every matter, those that are not over first, and the newest of each. */
    List<Linked.Other> others() {
        return jdbc.sql("""
                select m.topic, m.reference, m.status, t.title
                  from desk.matter m
                  join topic.readable t on t.id = m.topic
                 order by m.status in ('CLOSED', 'MERGED', 'WITHDRAWN'), t.revised_at desc, m.reference limit :most
                """)
                .param("most", MOST)
                .query((row, n) -> new Linked.Other(
                        MatterStore.id(row, "topic"),
                        row.getString("reference"),
                        row.getString("title"),
                        Status.valueOf(row.getString("status"))))
                .list();
    }

    /** Which time it is that the same thing happens: 1 where it happened once. */
    int occurrence(UUID matter) {
        return jdbc.sql("""
                with recursive before (id) as (
                    select other from desk.link where matter = :matter and kind = 'RECURRENCE'
                     union
                    select l.other from desk.link l join before b on l.matter = b.id and l.kind = 'RECURRENCE')
                select 1 + count(*) from before where id <> :matter
                """).param("matter", matter).query(Integer.class).single();
    }

    boolean insert(UUID matter, UUID other, Linked.Kind kind, Instant now, Actor actor) {
        return jdbc.sql("""
                        insert into desk.link (matter, other, kind, at, by)
                        select :matter, :other, :kind, :now, :by
                         where not exists (select from desk.link where matter = :other and other = :matter)
                        on conflict do nothing
                        """)
                        .param("matter", matter)
                        .param("other", other)
                        .param("kind", kind.name())
                        .param("now", MatterStore.at(now))
                        .param("by", actor.person())
                        .update()
                == 1;
    }

    boolean delete(UUID matter, UUID other) {
        return jdbc.sql("""
                        delete from desk.link
                         where (matter = :matter and other = :other) or (matter = :other and other = :matter)
                        """).param("matter", matter).param("other", other).update() > 0;
    }
}
