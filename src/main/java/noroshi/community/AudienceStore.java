package noroshi.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.membership.OfficeKind;
import noroshi.membership.OrganisationName;
import noroshi.shared.Question;
import noroshi.shared.Together;
import noroshi.shared.Window;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of addressing: what the reader may address, and who stands behind it. */
@Repository
class AudienceStore {
    /**
     * Whom the reader knows: those in their organisations and circles, and those who hold the Centre's offices. The
     * community of all participating organisations makes nobody known to anybody.
     */
    private static final String KNOWN = """
            select k.person
              from membership.people_behind(
                       array(select p
                               from unnest(membership.principals()) p
                              where p <> membership.everyone()
                                and p not in (select id from community.community where everyone_taking_part))
                       || array(select f.id
                                  from membership.office f
                                  join membership.organisation o on o.id = f.organisation and o.part = 'CENTRE')) k
            """;

    private final JdbcClient jdbc;
    private final Together together;

    AudienceStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** How many readers an organisation has. */
    record Count(UUID organisation, int people) {}

    /** A reader, with the organisation that counts for them. */
    record Placed(UUID person, UUID organisation) {}

    /** The totals of a preview. */
    record Totals(int people, int organisations) {}

    boolean atCentre() {
        return jdbc.sql("select membership.at_centre()").query(Boolean.class).single();
    }

    /** Communities the reader may address: their own, and for the Centre all that go on. */
    List<Addressee.Circle> circles() {
        return jdbc.sql("""
                select c.id, c.name, c.name_en, c.tlp_meaning_ja, c.tlp_meaning_en, c.colour
                  from community.community c
                 where c.closed_at is null
                   and (c.id = any ((select membership.principals())::uuid[]) or (select membership.at_centre()))
                 order by c.id = any ((select membership.principals())::uuid[]) desc, c.everyone_taking_part desc,
                          c.created_at, c.code
                """).query(AudienceStore::circle).list();
    }

    /** Communities by id as far as the reader knows of them, closed ones too. */
    Supplier<List<Addressee.Circle>> circles(Set<UUID> ids) {
        return together.later(
                List.of("circles", ids), Question.list("""
                select c.id, c.name, c.name_en, c.tlp_meaning_ja, c.tlp_meaning_en, c.colour
                  from community.community c
                 where c.id = any (:ids)
                """, Map.of("ids", array(ids)), AudienceStore::circle));
    }

    /** Offices by id. */
    Supplier<List<Addressee.Office>> offices(Set<UUID> ids) {
        return together.later(
                List.of("offices", ids), Question.list("""
                select f.id, f.kind, o.id as organisation, o.code, o.name, o.name_en
                  from membership.office f
                  join membership.organisation o on o.id = f.organisation
                 where f.id = any (:ids)
                """, Map.of("ids", array(ids)), AudienceStore::office));
    }

    /** The windows of organisations, by organisation; one that was never addressed may have none yet. */
    Map<UUID, UUID> windows(Collection<UUID> organisations) {
        var windows = new HashMap<UUID, UUID>();
        jdbc.sql("select id, organisation from membership.office where kind = 'window' and organisation = any (:ids)")
                .param("ids", array(organisations))
                .query((RowCallbackHandler)
                        row -> windows.put(row.getObject("organisation", UUID.class), row.getObject("id", UUID.class)));
        return windows;
    }

    /** Those of the ids that are offices of the Centre. */
    Set<UUID> centreOffices(Collection<UUID> ids) {
        return jdbc.sql("""
                select f.id
                  from membership.office f
                  join membership.organisation o on o.id = f.organisation and o.part = 'CENTRE' and o.status = 'active'
                 where f.id = any (:ids)
                """).param("ids", array(ids)).query(UUID.class).set();
    }

    /** Those of the ids that are organisations taking part today. */
    Set<UUID> active(Collection<UUID> organisations) {
        return jdbc.sql("select id from membership.organisation where id = any (:ids) and status = 'active'")
                .param("ids", array(organisations))
                .query(UUID.class)
                .set();
    }

    /** Those of the organisations the reader sits in a circle with, the circle of all included; at the Centre all. */
    Set<UUID> near(Collection<UUID> organisations) {
        return atCentre() ? Set.copyOf(organisations) : nearMember(organisations);
    }

    private Set<UUID> nearMember(Collection<UUID> organisations) {
        return jdbc.sql("""
                select distinct b.organisation
                  from membership.people_behind(
                           array(select p from unnest(membership.principals()) p where p <> membership.everyone())
                           || array(select f.id
                                      from membership.office f
                                      join membership.organisation o on o.id = f.organisation and o.part = 'CENTRE')) b
                 where b.organisation = any (:ids)
                """)
                .param("ids", array(organisations))
                .query(UUID.class)
                .set();
    }

    /** Those of the people who take part today. */
    Set<UUID> present(Collection<UUID> people) {
        return jdbc.sql("select person from membership.people_behind(:ids) where person = any (:ids)")
                .param("ids", array(people))
                .query(UUID.class)
                .set();
    }

    /** Those of the people whom the reader knows by name; at the Centre all. */
    Set<UUID> known(Collection<UUID> people) {
        return atCentre() ? Set.copyOf(people) : knownToMember(people);
    }

    private Set<UUID> knownToMember(Collection<UUID> people) {
        return jdbc.sql(KNOWN + "where k.person = any (:ids)")
                .param("ids", array(people))
                .query(UUID.class)
                .set();
    }

    Totals totals(Collection<UUID> principals) {
        return jdbc.sql("""
                select count(*) as people, count(distinct organisation) as organisations
                  from membership.people_behind(:principals)
                """)
                .param("principals", array(principals))
                .query((row, n) -> new Totals(row.getInt("people"), row.getInt("organisations")))
                .single();
    }

    List<Count> counts(Collection<UUID> principals, Window window) {
        return jdbc.sql("""
                select b.organisation, count(*) as people
                  from membership.people_behind(:principals) b
                  join membership.organisation o on o.id = b.organisation
                 group by b.organisation, o.part, o.name
                 order by o.part = 'CENTRE' desc, o.name, b.organisation
                offset :offset limit :size
                """)
                .param("principals", array(principals))
                .param("offset", window.offset())
                .param("size", window.size())
                .query((row, n) -> new Count(row.getObject("organisation", UUID.class), row.getInt("people")))
                .list();
    }

    /** The first people of each organisation behind the principals. */
    List<Placed> people(Collection<UUID> principals, Collection<UUID> organisations, int each) {
        return jdbc.sql("""
                select r.person, r.organisation
                  from (select b.person, b.organisation, p.kana,
                               row_number() over (partition by b.organisation order by p.kana, p.name, p.id) as place
                          from membership.people_behind(:principals) b
                          join membership.person p on p.id = b.person
                         where b.organisation = any (:organisations)) r
                 where r.place <= :each
                 order by r.organisation, r.place
                """)
                .param("principals", array(principals))
                .param("organisations", array(organisations))
                .param("each", each)
                .query((row, n) ->
                        new Placed(row.getObject("person", UUID.class), row.getObject("organisation", UUID.class)))
                .list();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static Addressee.Circle circle(ResultSet row, int n) throws SQLException {
        return new Addressee.Circle(
                row.getObject("id", UUID.class),
                new Wording(row.getString("name"), row.getString("name_en")),
                new Wording(row.getString("tlp_meaning_ja"), row.getString("tlp_meaning_en")),
                row.getInt("colour"));
    }

    private static Addressee.Office office(ResultSet row, int n) throws SQLException {
        return new Addressee.Office(
                row.getObject("id", UUID.class),
                OfficeKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new OrganisationName(
                        row.getObject("organisation", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en")));
    }
}
