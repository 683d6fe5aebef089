package noroshi.membership;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Window;
import org.jspecify.annotations.Nullable;
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

    /** One organisation none of whose people has been here. */
    record Sleeping(UUID organisation, Optional<Instant> lastSeen, Instant since, Optional<Instant> askedAt) {}

    /** The longest away first; for the Centre's administrators of all, for others of the organisations they administer. */
    List<Row> rows(Instant before, Instant now, boolean all, Window window) {
        return jdbc.sql("""
                select p.id, s.organisation, p.last_seen_at, greatest(p.created_at, s.since) as since, r.at as reminded_at
                  from membership.seat s
                  join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                  join membership.organisation o on o.id = s.organisation and o.status = 'active'
                  left join membership.reminder r on r.person = p.id and r.organisation = s.organisation
                 where s.since <= now() and (s.until is null or s.until > now())
                   and greatest(coalesce(p.last_seen_at, p.created_at), s.since) < :before
                   and (:all or s.organisation = any (membership.administered()))
                   and not exists (select from membership.kept k
                                    where k.person = p.id and k.organisation = s.organisation and k.kept_until > :now)
                 order by greatest(coalesce(p.last_seen_at, p.created_at), s.since), p.id, s.id
                 limit :size offset :offset
                """)
                .param("before", at(before))
                .param("now", at(now))
                .param("all", all)
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("organisation", UUID.class),
                        moment(row.getTimestamp("last_seen_at")),
                        row.getTimestamp("since").toInstant(),
                        moment(row.getTimestamp("reminded_at"))))
                .list();
    }

    /** Organisations none of whose people has been here since then, the longest away first. */
    List<Sleeping> organisations(Instant before, Window window) {
        return jdbc.sql("""
                select o.id, o.created_at, seen.last_at, r.at as asked_at
                  from membership.organisation o
                 cross join lateral (
                       select max(greatest(coalesce(p.last_seen_at, p.created_at), s.since)) as began_at,
                              max(p.last_seen_at) as last_at
                         from membership.seat s
                         join membership.person p on p.id = s.person and p.status = 'active'
                        where s.organisation = o.id and s.since <= now() and (s.until is null or s.until > now())) seen
                  left join membership.organisation_reminder r on r.organisation = o.id
                 where o.status = 'active' and o.created_at < :before
                   and coalesce(seen.began_at, o.created_at) < :before
                 order by coalesce(seen.last_at, o.created_at), o.name, o.id
                 limit :size offset :offset
                """)
                .param("before", at(before))
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> new Sleeping(
                        row.getObject("id", UUID.class),
                        moment(row.getTimestamp("last_at")),
                        row.getTimestamp("created_at").toInstant(),
                        moment(row.getTimestamp("asked_at"))))
                .list();
    }

    /** Whether nobody had asked before. */
    boolean remind(UUID person, UUID organisation, UUID by, Instant now) {
        return jdbc.sql("""
                insert into membership.reminder (person, organisation, by, at) values (:person, :organisation, :by, :now)
                on conflict (person, organisation) do update set by = excluded.by, at = excluded.at
                returning xmax = 0 as first
                """)
                .param("person", person)
                .param("organisation", organisation)
                .param("by", by)
                .param("now", at(now))
                .query(Boolean.class)
                .single();
    }

    void ask(UUID organisation, UUID by, Instant now) {
        jdbc.sql("""
                insert into membership.organisation_reminder (organisation, by, at) values (:organisation, :by, :now)
                on conflict (organisation) do update set by = excluded.by, at = excluded.at
                """)
                .param("organisation", organisation)
                .param("by", by)
                .param("now", at(now))
                .update();
    }

    void keep(UUID person, UUID organisation, UUID by, Instant now, Instant until) {
        jdbc.sql("""
                insert into membership.kept (person, organisation, kept_by, kept_at, kept_until)
                values (:person, :organisation, :by, :now, :until)
                on conflict (person, organisation) do update
                   set kept_by = excluded.kept_by, kept_at = excluded.kept_at, kept_until = excluded.kept_until
                """)
                .param("person", person)
                .param("organisation", organisation)
                .param("by", by)
                .param("now", at(now))
                .param("until", at(until))
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

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> moment(@Nullable Timestamp moment) {
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }
}
