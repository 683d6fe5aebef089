package noroshi.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who stands watch. */
@Repository
class DutyStore {
    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Duties that touch a stretch of time, the first first. Whoever has left stands no watch any more. */
    List<Duty> between(Instant from, Instant to, Instant now) {
        return jdbc.sql("""
                select d.id, d.post, d.hours, d.begins_at, d.ends_at, d.person, d.phone
                  from watch.duty d
                  join watch.post p on p.code = d.post
                  join membership.person q on q.id = d.person
                 where d.ended_at is null and d.ends_at > :from and d.begins_at < :to
                   and (q.status = 'active' or d.ends_at <= :now)
                 order by d.begins_at, p.place, d.entered_at, d.id
                """)
                .param("from", at(from))
                .param("to", at(to))
                .param("now", at(now))
                .query(DutyStore::duty)
                .list();
    }

    /** The duty; nothing if the same person has the same post in the same shift already. */
    boolean insert(Duty it, Instant now, Actor actor) {
        return jdbc.sql("""
                insert into watch.duty (id, post, hours, begins_at, ends_at, person, phone, entered_at, entered_by)
                values (:id, :post, :hours, :begins, :ends, :person, :phone, :now, :by)
                on conflict do nothing
                """)
                        .param("id", it.id())
                        .param("post", it.post())
                        .param("hours", it.hours().orElse(null), Types.OTHER)
                        .param("begins", at(it.begins()))
                        .param("ends", at(it.ends()))
                        .param("person", it.person())
                        .param("phone", it.phone())
                        .param("now", at(now))
                        .param("by", actor.person())
                        .update()
                == 1;
    }

    boolean end(UUID id, Instant now, Actor actor) {
        return jdbc.sql("""
                        update watch.duty set ended_at = :now, ended_by = :by where id = :id and ended_at is null
                        """)
                        .param("id", id)
                        .param("now", at(now))
                        .param("by", actor.person())
                        .update()
                == 1;
    }

    /** Whom the rota may name: the Centre's people, and the liaisons that others send. */
    List<UUID> candidates() {
        return jdbc.sql("""
                select p.id from membership.person p
                 where p.status = 'active' and p.kind = 'human'
                   and exists (select from membership.seat s
                                 join membership.organisation o on o.id = s.organisation and o.status = 'active'
                                where s.person = p.id and s.until is null
                                  and (o.part = 'CENTRE' or s.roles && '{LIAISON_AGENCY,LIAISON_OC}'))
                 order by p.kana, p.name, p.id
                """).query(UUID.class).list();
    }

    private static Duty duty(ResultSet row, int n) throws SQLException {
        return new Duty(
                row.getObject("id", UUID.class),
                row.getString("post"),
                Optional.ofNullable(row.getObject("hours", UUID.class)),
                instant(row, "begins_at"),
                instant(row, "ends_at"),
                row.getObject("person", UUID.class),
                row.getString("phone"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
