package noroshi.membership;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import noroshi.shared.Changes;
import noroshi.shared.KeptForAll;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of people, organisations and seats. */
@Repository
class MemberStore {
    private static final String PERSON = """
            select id, kind, login, name, kana, name_en, email, title_ja, title_en, status
              from membership.person
            """;

    /** People with the organisation of their first seat, the seats in force before the ended ones. */
    private static final String NAMES = """
            select p.id, p.login, p.name, p.name_en,
                   o.id as organisation, o.code as organisation_code,
                   o.name as organisation_name, o.name_en as organisation_name_en
              from membership.person p
              join lateral (select s.organisation
                              from membership.seat s
                             where s.person = p.id
                             order by s.until desc nulls first, s.since
                             limit 1) first on true
              join membership.organisation o on o.id = first.organisation
            """;

    /** Through a query of its own, so that the plan does not depend on how many there are and is made once. */
    private static final String BY_IDS = "where %s = any (array(select unnest(:ids)))";

    private static final Question<Optional<UUID>> CENTRE =
            Question.optional("""
            select id from membership.organisation
             where part = 'CENTRE' and status = 'active'
             order by created_at, id limit 1
            """, Map.of(), (row, n) -> row.getObject(1, UUID.class));

    private static final int KEPT = 10_000;

    private final JdbcClient jdbc;
    private final Together together;
    private final NamesByIds<PersonName> people;
    private final NamesByIds<OrganisationName> organisations;
    private final KeptForAll<String, Optional<UUID>> centre;

    MemberStore(JdbcClient jdbc, Together together, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.together = together;
        people = new NamesByIds<>(
                together,
                new KeptForAll<>(changes, clock, KEPT),
                ids -> named(NAMES + BY_IDS.formatted("p.id"), ids, MemberStore::personName, PersonName::id));
        organisations = new NamesByIds<>(
                together,
                new KeptForAll<>(changes, clock, KEPT),
                ids -> named(
                        "select id, code, name, name_en, left_on from membership.organisation "
                                + BY_IDS.formatted("id"),
                        ids,
                        MemberStore::organisationName,
                        OrganisationName::id));
        centre = new KeptForAll<>(changes, clock, KEPT);
    }

    Optional<Person> person(UUID id) {
        return jdbc.sql(PERSON + "where id = :id")
                .param("id", id)
                .query(MemberStore::person)
                .optional();
    }

    Optional<Person> byLogin(String login) {
        return jdbc.sql(PERSON + "where login = lower(:login)")
                .param("login", login)
                .query(MemberStore::person)
                .optional();
    }

    Map<UUID, PersonName> names(Collection<UUID> people) {
        return namesLater(people).get();
    }

    Supplier<Map<UUID, PersonName>> namesLater(Collection<UUID> ids) {
        return people.later(ids);
    }

    List<PersonName> peopleCalled(String words, int atMost) {
        return jdbc.sql(NAMES + """
                where p.status = 'active' and p.kind = 'human' and o.status = 'active'
                  and (p.name || ' ' || p.kana || ' ' || p.name_en || ' ' || p.login) ilike :words
                order by p.kana, p.name, p.id
                limit :most
                """)
                .param("words", Like.containing(words))
                .param("most", atMost)
                .query(MemberStore::personName)
                .list();
    }

    Optional<Organisation> organisation(UUID id) {
        return jdbc.sql("""
                select id, code, name, name_en, part, status, joined_on, left_on, window_phone,
                       contact_always, contact_shown
                  from membership.organisation
                 where id = :id
                """).param("id", id).query(MemberStore::organisation).optional();
    }

    Optional<OrganisationName> organisationByCode(String code) {
        return jdbc.sql("select id, code, name, name_en, left_on from membership.organisation where code = :code")
                .param("code", code)
                .query(MemberStore::organisationName)
                .optional();
    }

    Map<UUID, OrganisationName> organisations(Collection<UUID> ids) {
        return organisationsLater(ids).get();
    }

    Supplier<Map<UUID, OrganisationName>> organisationsLater(Collection<UUID> ids) {
        return organisations.later(ids);
    }

    private static <T> Question<Map<UUID, T>> named(String sql, Set<UUID> ids, RowMapper<T> row, Function<T, UUID> id) {
        return new Question<>(
                sql,
                Map.of("ids", ids.toArray(UUID[]::new)),
                rows -> new RowMapperResultSetExtractor<>(row)
                        .extractData(rows).stream().collect(toMap(id, Function.identity())));
    }

    List<OrganisationName> organisationsCalled(String words, int atMost) {
        return jdbc.sql("""
                select id, code, name, name_en, left_on
                  from membership.organisation
                 where status = 'active' and (name || ' ' || name_en || ' ' || code) ilike :words
                 order by name, id
                 limit :most
                """)
                .param("words", Like.containing(words))
                .param("most", atMost)
                .query(MemberStore::organisationName)
                .list();
    }

    Optional<UUID> centre() {
        return centreLater().get();
    }

    Supplier<Optional<UUID>> centreLater() {
        var kept = centre.now();
        var known = kept.get("centre");
        if (known != null) {
            return () -> known;
        }
        var answer = together.later(CENTRE, CENTRE);
        return () -> {
            var found = answer.get();
            kept.put("centre", found);
            return found;
        };
    }

    /** Who administers the Centre, the first of them. */
    List<UUID> administrators() {
        return jdbc.sql("""
                select p.id
                  from membership.person p
                  join membership.seat s on s.person = p.id and 'ADMINISTRATOR' = any (s.roles)
                       and s.since <= now() and (s.until is null or s.until > now())
                  join membership.organisation o on o.id = s.organisation and o.status = 'active' and o.part = 'CENTRE'
                 where p.status = 'active' and p.kind = 'human'
                 group by p.id, p.login order by min(s.since), p.login
                """).query(UUID.class).list();
    }

    List<Seat> seats(UUID person) {
        return jdbc.sql("""
                select s.id, s.person, s.organisation, o.code, o.name, o.name_en, s.roles, s.since
                  from membership.seat s
                  join membership.organisation o on o.id = s.organisation and o.status = 'active'
                  join membership.person p on p.id = s.person and p.status = 'active'
                 where s.person = :person and s.since <= now() and (s.until is null or s.until > now())
                 order by s.since, s.id
                """).param("person", person).query(MemberStore::seat).list();
    }

    static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                Person.Kind.valueOf(upper(row.getString("kind"))),
                row.getString("login"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("name_en"),
                Optional.ofNullable(row.getString("email")),
                row.getString("title_ja"),
                row.getString("title_en"),
                Person.Status.valueOf(upper(row.getString("status"))));
    }

    static PersonName personName(ResultSet row, int n) throws SQLException {
        return new PersonName(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("name_en"),
                new OrganisationName(
                        row.getObject("organisation", UUID.class),
                        row.getString("organisation_code"),
                        row.getString("organisation_name"),
                        row.getString("organisation_name_en")));
    }

    static Organisation organisation(ResultSet row, int n) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                Organisation.Part.valueOf(row.getString("part")),
                Organisation.Status.valueOf(upper(row.getString("status"))),
                Optional.ofNullable(row.getObject("joined_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
                new Contact(
                        Optional.ofNullable(row.getString("window_phone")).orElse(""),
                        row.getBoolean("contact_always"),
                        Contact.Shown.valueOf(upper(row.getString("contact_shown")))));
    }

    private static OrganisationName organisationName(ResultSet row, int n) throws SQLException {
        return new OrganisationName(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getObject("left_on") != null);
    }

    static Seat seat(ResultSet row, int n) throws SQLException {
        return new Seat(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                new OrganisationName(
                        row.getObject("organisation", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en")),
                Roles.read(row.getArray("roles")),
                row.getTimestamp("since").toInstant());
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
