package noroshi.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Role;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of people and seats as administrators change them. */
@Repository
class PeopleStore {
    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who sits in the organisation, suspended people included. */
    List<Colleague> of(UUID organisation, String words, Window window) {
        return jdbc.sql("""
                select p.id, p.kind, p.login, p.name, p.kana, p.name_en, p.email, p.title_ja, p.title_en, p.status,
                       p.last_seen_at, s.id as seat, s.roles, s.since,
                       exists (select from membership.belonging b
                                 join membership.office f on f.id = b.principal
                                where f.organisation = s.organisation and f.kind = 'window'
                                  and b.person = p.id and b.until is null) as holds_window
                  from membership.seat s
                  join membership.person p on p.id = s.person
                 where s.organisation = :organisation and s.until is null
                   and (:words = '%%'
                        or (p.name || ' ' || p.kana || ' ' || p.name_en || ' ' || p.login) ilike :words)
                 order by p.kind, p.kana, p.name, p.id
                 limit :size offset :offset
                """)
                .param("organisation", organisation)
                .param("words", Like.containing(words.strip()))
                .param("size", window.size())
                .param("offset", window.offset())
                .query(PeopleStore::colleague)
                .list();
    }

    /** Every seat not given up, whatever the standing of the person or the organisation. */
    List<Seat> seatsOf(UUID person) {
        return jdbc.sql("""
                select s.id, s.person, s.organisation, o.code, o.name, o.name_en, s.roles, s.since
                  from membership.seat s
                  join membership.organisation o on o.id = s.organisation
                 where s.person = :person and s.until is null
                 order by s.since, s.id
                """).param("person", person).query(MemberStore::seat).list();
    }

    Optional<Seat> seat(UUID seat) {
        return jdbc.sql("""
                select s.id, s.person, s.organisation, o.code, o.name, o.name_en, s.roles, s.since
                  from membership.seat s
                  join membership.organisation o on o.id = s.organisation
                 where s.id = :seat and s.until is null
                   for update of s
                """).param("seat", seat).query(MemberStore::seat).optional();
    }

    /** False when the login is taken. */
    boolean add(Person person, String locale) {
        return jdbc.sql("""
                        insert into membership.person (id, kind, login, name, kana, name_en, email, locale)
                        values (:id, :kind, :login, :name, :kana, :english, :email, :locale)
                        on conflict do nothing
                        """)
                        .param("id", person.id())
                        .param("kind", lower(person.kind()))
                        .param("login", person.login())
                        .param("name", person.name())
                        .param("kana", person.kana())
                        .param("english", person.nameEn())
                        .param("email", person.email().orElse(null))
                        .param("locale", locale)
                        .update()
                == 1;
    }

    /** False when the person sits there already. */
    boolean sit(UUID person, UUID organisation, Set<Role> roles) {
        return jdbc.sql("""
                        insert into membership.seat (person, organisation, roles)
                        values (:person, :organisation, :roles)
                        on conflict (person, organisation) where until is null do nothing
                        """)
                        .param("person", person)
                        .param("organisation", organisation)
                        .param("roles", Roles.write(roles))
                        .update()
                == 1;
    }

    void changeRoles(UUID seat, Set<Role> roles) {
        jdbc.sql("update membership.seat set roles = :roles where id = :seat")
                .param("seat", seat)
                .param("roles", Roles.write(roles))
                .update();
    }

    void giveUp(UUID seat) {
        jdbc.sql("update membership.seat set until = now() where id = :seat and until is null")
                .param("seat", seat)
                .update();
    }

    /** Leaves the organisation's offices, or all of them and every community. */
    void leaveOfficesOf(UUID person, UUID organisation) {
        jdbc.sql("""
                update membership.belonging b set until = greatest(b.since, now())
                  from membership.office f
                 where f.id = b.principal and f.organisation = :organisation
                   and (b.person = :person and (b.until is null or b.until > now())
                        or b.until > now() and b.substitution in (
                            select x.id from membership.substitution x
                             where x.person = :person and x.organisation = :organisation))
                """)
                .param("person", person)
                .param("organisation", organisation)
                .update();
        endSubstitutions(person, organisation);
    }

    /** Whoever leaves is stood in for no longer, and stands in for nobody. */
    private void endSubstitutions(UUID person, UUID organisation) {
        jdbc.sql("""
                update membership.substitution set ends_at = greatest(since, now())
                 where organisation = :organisation and :person in (person, substitute) and ends_at > now()
                """)
                .param("person", person)
                .param("organisation", organisation)
                .update();
    }

    /** Nobody stands in for who holds nothing there any more. */
    void endEmptySubstitutions(UUID person, UUID organisation) {
        jdbc.sql("""
                update membership.substitution x set ends_at = greatest(x.since, now())
                 where x.organisation = :organisation and x.person = :person and x.ends_at > now()
                   and not exists (select from membership.belonging b join membership.office f on f.id = b.principal
                                    where b.person = :person and f.organisation = :organisation
                                      and b.substitution is null and (b.until is null or b.until > now()))
                """)
                .param("person", person)
                .param("organisation", organisation)
                .update();
    }

    /** What somebody held for a colleague by virtue of a role ends when their roles change; the window asks for none. */
    void leaveOfficesHeldByRole(UUID person, UUID organisation) {
        jdbc.sql("""
                update membership.belonging b set until = greatest(b.since, now())
                  from membership.office f
                 where f.id = b.principal and f.organisation = :organisation and f.kind <> 'window'
                   and b.person = :person and b.substitution is not null and b.until > now()
                """)
                .param("person", person)
                .param("organisation", organisation)
                .update();
    }

    void leaveEverything(UUID person) {
        jdbc.sql("""
                update membership.belonging set until = greatest(since, now())
                 where person = :person and (until is null or until > now())
                """).param("person", person).update();
    }

    void stand(UUID person, Person.Status status) {
        jdbc.sql("update membership.person set status = :status where id = :person")
                .param("person", person)
                .param("status", lower(status))
                .update();
    }

    private static Colleague colleague(ResultSet row, int n) throws SQLException {
        return new Colleague(
                MemberStore.person(row, n),
                row.getObject("seat", UUID.class),
                Roles.read(row.getArray("roles")),
                row.getBoolean("holds_window"),
                row.getTimestamp("since").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_seen_at")).map(at -> at.toInstant()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
