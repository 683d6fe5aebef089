package noroshi.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Role;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of who stands in for whom. */
@Repository
class SubstitutionStore {
    private static final String ROWS = """
            select x.id, x.organisation, x.person, x.substitute, x.since, x.ends_at,
                   p.login, p.name, p.name_en, s.login as s_login, s.name as s_name, s.name_en as s_name_en,
                   o.code as organisation_code, o.name as organisation_name, o.name_en as organisation_name_en
              from membership.substitution x
              join membership.person p on p.id = x.person
              join membership.person s on s.id = x.substitute
              join membership.organisation o on o.id = x.organisation
            """;
    private static final Question<List<Substitution>> MINE = Question.list(
            ROWS
                    + " where x.substitute = membership.reader() and x.since <= now() and x.ends_at > now() order by x.ends_at",
            Map.of(),
            SubstitutionStore::map);

    private final JdbcClient jdbc;
    private final Together together;

    SubstitutionStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** For whom the reader stands in now. */
    Supplier<List<Substitution>> mine() {
        return together.later(MINE, MINE);
    }

    /** Those that run or will; one that ended before it began does neither. */
    List<Substitution> of(UUID organisation, Instant now) {
        return jdbc.sql(ROWS
                        + " where x.organisation = :organisation and x.ends_at > :now and x.ends_at > x.since"
                        + " order by x.since, x.id")
                .param("organisation", organisation)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SubstitutionStore::map)
                .list();
    }

    Optional<Substitution> find(UUID id) {
        return jdbc.sql(ROWS + " where x.id = :id")
                .param("id", id)
                .query(SubstitutionStore::map)
                .optional();
    }

    /** An office that somebody holds for themselves, and the kind it is of. */
    record Held(UUID office, OfficeKind kind) {}

    List<Held> offices(UUID person, UUID organisation) {
        return jdbc.sql("""
                select distinct f.id, f.kind
                  from membership.belonging b join membership.office f on f.id = b.principal
                 where b.person = :person and f.organisation = :organisation and b.substitution is null
                   and b.since <= now() and (b.until is null or b.until > now())
                """)
                .param("person", person)
                .param("organisation", organisation)
                .query((row, n) -> new Held(
                        row.getObject("id", UUID.class),
                        OfficeKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT))))
                .list();
    }

    Optional<Set<Role>> roles(UUID person, UUID organisation) {
        return jdbc.sql("""
                select s.roles from membership.seat s
                  join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                 where s.person = :person and s.organisation = :organisation
                   and s.since <= now() and (s.until is null or s.until > now())
                """)
                .param("person", person)
                .param("organisation", organisation)
                .query((row, n) -> Roles.read(row.getArray("roles")))
                .optional();
    }

    UUID insert(UUID organisation, UUID person, UUID substitute, Instant since, Instant until, Actor by, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into membership.substitution
                       (id, organisation, person, substitute, since, ends_at, named_by, named_at)
                values (:id, :organisation, :person, :substitute, :since, :until, :by, :now)
                """)
                .param("id", id)
                .param("organisation", organisation)
                .param("person", person)
                .param("substitute", substitute)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("by", by.person())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /**
     * The substitute holds these offices meanwhile; what they hold anyway they keep. Whoever stands in for two from the
     * same day holds the office twice, a microsecond apart, so that the end of one is not the end of the other.
     */
    void admit(UUID id, Collection<UUID> offices) {
        jdbc.sql("""
                insert into membership.belonging (principal, circle, person, role, since, until, admitted_by, substitution)
                select f.id, 'office', x.substitute, 'member',
                       coalesce((select max(b.since) + interval '1 microsecond' from membership.belonging b
                                  where b.principal = f.id and b.person = x.substitute
                                    and b.since >= x.since and b.since < x.since + interval '1 second'), x.since),
                       x.ends_at, x.named_by, x.id
                  from membership.substitution x join membership.office f on f.id = any (:offices)
                 where x.id = :id
                   and not exists (select from membership.belonging b
                                    where b.principal = f.id and b.person = x.substitute and b.until is null)
                """)
                .param("id", id)
                .param("offices", offices.toArray(UUID[]::new))
                .update();
    }

    /** False when it had ended. */
    boolean end(UUID id, Instant now) {
        var moment = now.atOffset(ZoneOffset.UTC);
        var ended = jdbc.sql("""
                update membership.substitution set ends_at = greatest(since, :now)
                 where id = :id and ends_at > :now and ends_at > since
                """).param("id", id).param("now", moment).update();
        jdbc.sql("""
                update membership.belonging set until = greatest(since, :now) where substitution = :id and until > :now
                """).param("id", id).param("now", moment).update();
        return ended == 1;
    }

    private static Substitution map(ResultSet row, int n) throws SQLException {
        var organisation = new OrganisationName(
                row.getObject("organisation", UUID.class),
                row.getString("organisation_code"),
                row.getString("organisation_name"),
                row.getString("organisation_name_en"));
        return new Substitution(
                row.getObject("id", UUID.class),
                organisation.id(),
                name(row, "person", "", organisation),
                name(row, "substitute", "s_", organisation),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }

    private static PersonName name(ResultSet row, String id, String prefix, OrganisationName of) throws SQLException {
        return new PersonName(
                row.getObject(id, UUID.class),
                row.getString(prefix + "login"),
                row.getString(prefix + "name"),
                row.getString(prefix + "name_en"),
                of);
    }
}
