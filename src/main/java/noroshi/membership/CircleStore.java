package noroshi.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of offices and of who belongs to which circle. */
@Repository
class CircleStore {
    /** Each person once: whoever stands in for two holds an office twice, and so does who was given it meanwhile. */
    private static final String BELONGING = """
            select principal, circle, person, bool_or(role = 'lead') as lead, min(since) as since
              from membership.belonging
             where since <= now() and (until is null or until > now()) and %s
             group by principal, circle, person
            """;

    private final JdbcClient jdbc;

    CircleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every organisation has each office as soon as somebody asks for it. */
    UUID office(OfficeKind kind, UUID organisation) {
        return find(kind, organisation).stream().findFirst().orElseGet(() -> {
            jdbc.sql("""
                    insert into membership.office (kind, organisation) values (:kind, :organisation)
                    on conflict (organisation, kind) do nothing
                    """)
                    .param("kind", kind.code())
                    .param("organisation", organisation)
                    .update();
            return find(kind, organisation).getFirst();
        });
    }

    private List<UUID> find(OfficeKind kind, UUID organisation) {
        return jdbc.sql("select id from membership.office where kind = :kind and organisation = :organisation")
                .param("kind", kind.code())
                .param("organisation", organisation)
                .query(UUID.class)
                .list();
    }

    List<Belonging> within(UUID principal) {
        return jdbc.sql(BELONGING.formatted("principal = :principal") + "order by lead desc, since, person")
                .param("principal", principal)
                .query(CircleStore::belonging)
                .list();
    }

    List<Belonging> of(UUID person, Circle circle) {
        return jdbc.sql(BELONGING.formatted("person = :person and circle = :circle") + "order by since, principal")
                .param("person", person)
                .param("circle", circle.code())
                .query(CircleStore::belonging)
                .list();
    }

    void admit(UUID principal, Circle circle, UUID person, boolean lead, UUID by) {
        jdbc.sql("""
                insert into membership.belonging (principal, circle, person, role, admitted_by)
                values (:principal, :circle, :person, :role, :by)
                on conflict (person, principal) where until is null do update set role = excluded.role
                """)
                .param("principal", principal)
                .param("circle", circle.code())
                .param("person", person)
                .param("role", lead ? "lead" : "member")
                .param("by", by)
                .update();
    }

    /** Everybody with a seat, once; also who is suspended for now, and comes back. */
    void admitEverybody(UUID principal, UUID by) {
        jdbc.sql("""
                insert into membership.belonging (principal, circle, person, role, admitted_by)
                select :principal, :circle, p.id, 'member', :by
                  from membership.person p
                 where p.kind = 'human' and p.status <> 'withdrawn'
                   and exists (select from membership.seat s
                                 join membership.organisation o on o.id = s.organisation and o.status <> 'withdrawn'
                                where s.person = p.id and s.since <= now() and (s.until is null or s.until > now()))
                on conflict (person, principal) where until is null do nothing
                """)
                .param("principal", principal)
                .param("circle", Circle.COMMUNITY.code())
                .param("by", by)
                .update();
    }

    /** Always in the same order, so that nobody waits for ever. */
    void lockWindows(Collection<UUID> organisations) {
        jdbc.sql("""
                select id from membership.office
                 where kind = 'window' and organisation = any (:organisations) order by id for update
                """)
                .param("organisations", organisations.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Whether somebody who is active and sits in the organisation holds its window today. */
    boolean windowKept(UUID organisation) {
        return jdbc.sql("""
                select exists (
                    select from membership.office f
                      join membership.belonging b on b.principal = f.id
                       and b.since <= now() and (b.until is null or b.until > now())
                      join membership.seat s on s.person = b.person and s.organisation = f.organisation
                       and s.since <= now() and (s.until is null or s.until > now())
                      join membership.person p on p.id = b.person and p.status = 'active'
                     where f.kind = 'window' and f.organisation = :organisation)
                """)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /** What somebody holds no more, nobody holds in their stead either. */
    void leave(UUID principal, UUID person) {
        jdbc.sql("""
                update membership.belonging b set until = greatest(b.since, now())
                 where b.principal = :principal
                   and (b.person = :person and b.until is null
                        or b.until > now() and b.substitution in (
                            select x.id from membership.substitution x where x.person = :person))
                """).param("principal", principal).param("person", person).update();
    }

    private static Belonging belonging(ResultSet row, int n) throws SQLException {
        return new Belonging(
                row.getObject("principal", UUID.class),
                Circle.valueOf(row.getString("circle").toUpperCase(Locale.ROOT)),
                row.getObject("person", UUID.class),
                row.getBoolean("lead"),
                row.getTimestamp("since").toInstant());
    }
}
