package noroshi.membership;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what an organisation leaves behind here when it withdraws. */
@Repository
class LeftSeatsStore {
    private final JdbcClient jdbc;

    LeftSeatsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(int people, int tokens, int led, int substitutions) {}

    Counts counts(UUID organisation) {
        return jdbc.sql("""
                with seated as (
                    select p.id, p.kind from membership.seat s join membership.person p on p.id = s.person
                     where s.organisation = :organisation and s.until is null)
                select (select count(*) from seated where kind = 'human') as people,
                       (select count(*) from membership.token t
                         where t.person in (select id from seated) and t.revoked_at is null and t.ends_at > now())
                           as tokens,
                       (select count(distinct b.principal) from membership.belonging b
                         where b.person in (select id from seated) and b.circle = 'community' and b.role = 'lead'
                           and (b.until is null or b.until > now())) as led,
                       (select count(*) from membership.substitution x
                         where x.organisation = :organisation and x.ends_at > now()) as substitutions
                """)
                .param("organisation", organisation)
                .query(Counts.class)
                .single();
    }

    void revokeTokens(UUID organisation) {
        jdbc.sql("""
                update membership.token set revoked_at = now()
                 where revoked_at is null and ends_at > now()
                   and person in (select s.person from membership.seat s
                                    join membership.person p on p.id = s.person and p.kind = 'service'
                                   where s.organisation = :organisation and s.until is null)
                """).param("organisation", organisation).update();
    }

    void endSubstitutions(UUID organisation) {
        jdbc.sql("""
                update membership.belonging set until = greatest(since, now())
                 where (until is null or until > now())
                   and substitution in (select id from membership.substitution where organisation = :organisation)
                """).param("organisation", organisation).update();
        jdbc.sql("""
                update membership.substitution set ends_at = greatest(since, now())
                 where organisation = :organisation and ends_at > now()
                """).param("organisation", organisation).update();
    }
}
