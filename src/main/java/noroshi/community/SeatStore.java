package noroshi.community;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of who sits in a community, and of who asks to. Callers have found the community readable. */
@Repository
class SeatStore {
    private final JdbcClient jdbc;

    SeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One seat as the database knows it. */
    record Seated(UUID person, UUID organisation, Place place, java.time.Instant since) {}

    /** One seat that has ended. */
    record Gone(UUID person, java.time.Instant at) {}

    /** One undecided request as the database knows it. */
    record Asked(UUID person, String reason, java.time.Instant at) {}

    /** One page of the organisations with somebody in the community, by name. */
    List<UUID> organisations(UUID community, Window window) {
        return jdbc.sql("""
                select o.id
                  from membership.organisation o
                 where o.id in (select organisation from community.seat where community = :community)
                 order by o.part = 'CENTRE' desc, o.name, o.id
                offset :offset limit :size
                """)
                .param("community", community)
                .param("offset", window.offset())
                .param("size", window.size())
                .query(UUID.class)
                .list();
    }

    List<Seated> seats(UUID community, List<UUID> organisations) {
        return jdbc.sql("""
                select person, organisation, role, since
                  from community.seat
                 where community = :community and organisation = any (:organisations)
                 order by role, since, person
                """)
                .param("community", community)
                .param("organisations", organisations.toArray(UUID[]::new))
                .query(SeatStore::seated)
                .list();
    }

    List<Seated> leads(UUID community) {
        return jdbc.sql("""
                select person, organisation, role, since
                  from community.seat
                 where community = :community and role = 'lead'
                 order by since, person
                """)
                .param("community", community)
                .query(SeatStore::seated)
                .list();
    }

    /** Who of the Centre sits there; the others of the Centre do not read it. */
    List<UUID> ofCentre(UUID id) {
        return jdbc.sql("""
                select s.person
                  from community.seat s
                  join membership.organisation o on o.id = s.organisation and o.part = 'CENTRE'
                 where s.community = :id
                 order by s.since, s.person
                """).param("id", id).query(UUID.class).list();
    }

    /** Whose seat ended since then, and who did not come back; the newest first. */
    List<Gone> gone(UUID community, java.time.Instant since) {
        return jdbc.sql("""
                select b.person, max(b.until) as at
                  from membership.belonging b
                 where b.principal = :community and b.until > :since and b.until <= now()
                   and not exists (select from membership.belonging again
                                    where again.person = b.person and again.principal = b.principal
                                      and (again.until is null or again.until > now()))
                 group by b.person
                 order by at desc, b.person
                 limit 50
                """)
                .param("community", community)
                .param("since", since.atOffset(java.time.ZoneOffset.UTC))
                .query((row, n) -> new Gone(
                        row.getObject("person", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    Optional<Place> place(UUID community, UUID person) {
        return jdbc.sql("select role from community.seat where community = :community and person = :person")
                .param("community", community)
                .param("person", person)
                .query((row, n) -> row.getString("role").equals("lead") ? Place.LEAD : Place.MEMBER)
                .optional();
    }

    /** Keeps two leads from leaving at the same moment. */
    void oneAtATime(UUID community) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:community, 0))")
                .param("community", community.toString())
                .query((row, n) -> n)
                .list();
    }

    Optional<UUID> ask(String code, String reason) {
        return jdbc.sql("select community.ask(:code, :reason)")
                .param("code", code)
                .param("reason", reason)
                .query(UUID.class)
                .optional();
    }

    /** The successor of somebody who moves sits in open communities and asks for the others, which are answered. */
    List<UUID> takeOver(UUID person, UUID successor) {
        return jdbc.sql("select community.take_over(:person, :successor)")
                .param("person", person)
                .param("successor", successor)
                .query(UUID.class)
                .list();
    }

    List<Asked> requests(UUID community) {
        return jdbc.sql("""
                select person, reason, asked_at
                  from community.request
                 where community = :community and decided_at is null
                 order by asked_at, person
                """)
                .param("community", community)
                .query((row, n) -> new Asked(
                        row.getObject("person", UUID.class),
                        row.getString("reason"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    /** How many requests wait for the reader's decision. */
    int waiting() {
        return jdbc.sql("select count(*) from community.request where decided_at is null")
                .query(Integer.class)
                .single();
    }

    /** Whether there was a request to decide. */
    boolean decide(UUID community, UUID person, boolean admitted) {
        return jdbc.sql("""
                        update community.request
                           set decided_at = now(), decided_by = membership.reader(), admitted = :admitted
                         where community = :community and person = :person and decided_at is null
                        """)
                        .param("community", community)
                        .param("person", person)
                        .param("admitted", admitted)
                        .update()
                > 0;
    }

    /** Invited communities without a lead, for the Centre's administrators, by name. */
    List<LeaderlessCommunity> leaderless() {
        return jdbc.sql("""
                select l.community, l.name, l.name_en, l.requests,
                       array(select community.candidates(l.community)) as candidates
                  from community.leaderless() l
                 order by l.requests desc, l.name, l.community
                """)
                .query((row, n) -> new LeaderlessCommunity(
                        row.getObject("community", UUID.class),
                        new Wording(row.getString("name"), row.getString("name_en")),
                        row.getInt("requests"),
                        List.of((UUID[]) row.getArray("candidates").getArray())))
                .list();
    }

    /** False where somebody leads it already, or the person is neither a member nor asks to be. */
    boolean appoint(UUID community, UUID person) {
        return jdbc.sql("select community.appoint(:community, :person)")
                .param("community", community)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    private static Seated seated(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Seated(
                row.getObject("person", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("role").equals("lead") ? Place.LEAD : Place.MEMBER,
                row.getTimestamp("since").toInstant());
    }
}
