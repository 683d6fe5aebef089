package noroshi.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.OrganisationName;
import noroshi.shared.Role;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * SQL of the directory. Organisations are found by whoever sits in a circle with somebody of theirs, people by whoever
 * shares a smaller circle with them; the Centre finds all.
 */
@Repository
class DirectoryStore {
    private static final String AROUND = """
            with circles as materialized (
                select membership.at_centre() as centre,
                       array(select p from unnest(membership.principals()) p where p <> membership.everyone()) as all_of_mine,
                       array(select f.id
                               from membership.office f
                               join membership.organisation o on o.id = f.organisation and o.part = 'CENTRE') as offices),
            near as materialized (
                select distinct b.organisation
                  from circles c cross join lateral membership.people_behind(c.all_of_mine || c.offices) b
                 where not c.centre),
            known as materialized (
                select distinct b.person, b.organisation
                  from circles c
                 cross join lateral membership.people_behind(
                       array(select p from unnest(c.all_of_mine) p
                              where p not in (select id from community.community where everyone_taking_part))
                       || c.offices) b
                 where not c.centre)
            """;

    /** Organisations that the reader finds at all. */
    private static final String FOUND = """
             o.status = 'active'
               and (c.centre or o.id = any (c.all_of_mine) or o.id in (select n.organisation from near n))
            """;

    /** Those that are called by the words. */
    private static final String CALLED = " (o.name || ' ' || o.name_en || ' ' || o.code) %s :words ";

    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An organisation without its people. */
    record Entry(
            OrganisationName name,
            String categories,
            String sectors,
            Optional<String> phone,
            boolean always,
            int window) {}

    /** One of an organisation's contacts. */
    record Contact(UUID person, UUID organisation, String titleJa, String titleEn, boolean window, List<Role> roles) {}

    List<Entry> entries(DirectoryFilter filter, LocalDate today, Locale locale, Window window) {
        return jdbc.sql(AROUND
                        + """
                select o.id, o.code, o.name, o.name_en, o.contact_always, %s as categories, %s as sectors,
                       case when c.centre or o.id = any (c.all_of_mine) or o.contact_shown = 'all'
                                 or (o.contact_shown = 'circles' and o.id in (select k.organisation from known k))
                            then o.window_phone end as phone,
                       (select count(*) from membership.office f
                          join membership.belonging b on b.principal = f.id and b.until is null
                          join membership.person p on p.id = b.person and p.status = 'active'
                         where f.organisation = o.id and f.kind = 'window') as holders
                  from membership.organisation o
                 cross join circles c
                 where %s
                   and (:words = '%%%%' or %s
                        or exists (select from membership.seat s
                                     join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                                    where s.organisation = o.id and s.until is null
                                      and (p.name || ' ' || p.name_en || ' ' || p.kana) ilike :words
                                      and (c.centre or s.person in (select k.person from known k))))
                   and (:category = '' or exists (%s and t.trait = 'category' and t.code = :category))
                   and (:sector = '' or exists (%s and t.trait = 'sector' and t.code = :sector))
                   and (not :always or (o.contact_always and (c.centre or o.id = any (c.all_of_mine) or o.contact_shown = 'all'
                        or (o.contact_shown = 'circles' and o.id in (select k.organisation from known k)))))
                 order by o.part = 'CENTRE' desc, o.name, o.id
                 limit :size offset :offset
                """.formatted(
                                names("category"), names("sector"), FOUND, CALLED.formatted("ilike"), TRAIT, TRAIT))
                .param("english", locale.getLanguage().equals("en"))
                .param("today", today)
                .param("words", within(filter.words()))
                .param("category", filter.category())
                .param("sector", filter.sector())
                .param("always", filter.always())
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> new Entry(
                        name(row),
                        row.getString("categories"),
                        row.getString("sectors"),
                        Optional.ofNullable(row.getString("phone")),
                        row.getBoolean("contact_always"),
                        row.getInt("holders")))
                .list();
    }

    /** Organisations by their own name alone. */
    List<OrganisationName> called(String words, int most) {
        return jdbc.sql(AROUND + """
                select o.id, o.code, o.name, o.name_en
                  from membership.organisation o
                 cross join circles c
                 where %s and %s
                 order by o.part = 'CENTRE' desc, o.name, o.id
                 limit :most
                """.formatted(CALLED.formatted(caseless(words) ? "like" : "ilike"), FOUND))
                .param("words", within(words))
                .param("most", most)
                .query((row, n) -> name(row))
                .list();
    }

    /** Most words have no capitals, and thousands of names are compared with them in a third of the time. */
    private static boolean caseless(String words) {
        return words.toLowerCase(Locale.ROOT).equals(words.toUpperCase(Locale.ROOT));
    }

    private static OrganisationName name(ResultSet row) throws SQLException {
        return new OrganisationName(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"));
    }

    private static String within(String words) {
        return "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static final String TRAIT = """
            select from membership.organisation_trait t
             where t.organisation = o.id and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
            """;

    private static String names(String trait) {
        return """
                coalesce((select string_agg(case when :english then r.name_en else r.name_ja end, '、' order by r.code)
                            from membership.organisation_trait t
                            join membership.%1$s r on r.code = t.code
                                 and r.valid_from <= :today and (r.valid_to is null or r.valid_to > :today)
                           where t.organisation = o.id and t.trait = '%1$s'
                             and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)), '')
                """.formatted(trait);
    }

    /** Those of these organisations who hold its window, administer it or are its liaison, as far as the reader knows them. */
    List<Contact> contacts(Collection<UUID> organisations) {
        return jdbc.sql(AROUND + """
                select s.person, s.organisation, p.title_ja, p.title_en, s.roles,
                       exists (select from membership.office f
                                 join membership.belonging b on b.principal = f.id and b.person = s.person and b.until is null
                                where f.organisation = s.organisation and f.kind = 'window') as holds
                  from membership.seat s
                  join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                 cross join circles c
                 where s.organisation = any (:organisations)
                   and s.since <= now() and (s.until is null or s.until > now())
                   and (c.centre or s.person in (select k.person from known k))
                   and (s.roles && array['ORG_ADMIN', 'MEMBER_POC', 'LIAISON_OC', 'LIAISON_AGENCY', 'COMMUNITY_LEAD',
                                         'WATCH_OFFICER', 'EDITOR', 'OVERALL_LEAD', 'ADMINISTRATOR']
                        or exists (select from membership.office f
                                     join membership.belonging b on b.principal = f.id and b.person = s.person
                                          and b.until is null
                                    where f.organisation = s.organisation and f.kind = 'window'))
                 order by holds desc, p.kana, p.name, s.person
                """)
                .param("organisations", organisations.toArray(UUID[]::new))
                .query((row, n) -> new Contact(
                        row.getObject("person", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getString("title_ja"),
                        row.getString("title_en"),
                        row.getBoolean("holds"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .filter(role -> role != Role.MEMBER_USER && role != Role.MEMBER_POC)
                                .toList()))
                .list();
    }
}
