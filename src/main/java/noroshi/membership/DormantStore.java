package noroshi.membership;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of those who have not been here for long. */
@Repository
class DormantStore {
    private final JdbcClient jdbc;

    DormantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One such person in one seat. */
    record Row(
            UUID person, UUID organisation, Optional<Instant> lastSeen, Instant since, Optional<Instant> remindedAt) {}

    /** The longest away first; for the Centre's administrators of all, for others of the organisations they administer. */
    List<Row> rows(Instant before, boolean all, int atMost) {
        return jdbc.sql("""
                select p.id, s.organisation, p.last_seen_at, greatest(p.created_at, s.since) as since, r.at as reminded_at
                  from membership.seat s
                  join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                  join membership.organisation o on o.id = s.organisation and o.status = 'active'
                  left join membership.reminder r on r.person = p.id and r.organisation = s.organisation
                 where s.since <= now() and (s.until is null or s.until > now())
                   and greatest(coalesce(p.last_seen_at, p.created_at), s.since) < :before
                   and (:all or s.organisation = any (membership.administered()))
                 order by greatest(coalesce(p.last_seen_at, p.created_at), s.since), p.id
                 limit :most
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("all", all)
                .param("most", atMost)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation", UUID.class),
                        Optional.ofNullable(row.getTimestamp("last_seen_at")).map(at -> at.toInstant()),
                        row.getTimestamp("since").toInstant(),
                        Optional.ofNullable(row.getTimestamp("reminded_at")).map(at -> at.toInstant())))
                .list();
    }

    /** Organisations none of whose people has been here since then. */
    List<UUID> organisations(Instant before, int atMost) {
        return jdbc.sql("""
                select o.id
                  from membership.organisation o
                 where o.status = 'active' and o.created_at < :before
                   and not exists (select from membership.seat s
                                     join membership.person p on p.id = s.person and p.status = 'active'
                                    where s.organisation = o.id and s.since <= now()
                                      and (s.until is null or s.until > now())
                                      and greatest(coalesce(p.last_seen_at, p.created_at), s.since) >= :before)
                 order by o.name, o.id
                 limit :most
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query(UUID.class)
                .list();
    }

    void remind(UUID person, UUID organisation, UUID by, Instant now) {
        jdbc.sql("""
                insert into membership.reminder (person, organisation, by, at) values (:person, :organisation, :by, :now)
                on conflict (person, organisation) do update set by = excluded.by, at = excluded.at
                """)
                .param("person", person)
                .param("organisation", organisation)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int forget(UUID person, UUID organisation) {
        return jdbc.sql("delete from membership.reminder where person = :person and organisation = :organisation")
                .param("person", person)
                .param("organisation", organisation)
                .update();
    }

    /** How many reminders wait for the reader's answer. */
    int reminded() {
        return jdbc.sql("""
                select count(*) from membership.reminder r
                  join membership.person p on p.id = r.person and p.status = 'active'
                 where r.organisation = any (membership.administered())
                   and exists (select from membership.seat s
                                where s.person = r.person and s.organisation = r.organisation
                                  and (s.until is null or s.until > now()))
                """).query(Integer.class).single();
    }
}
