package noroshi.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of people who move from one organisation to another. */
@Repository
class MoveStore {
    private static final String SELECT = """
            select id, person, was_at, goes_to, on_day, successor, accepted, done_at is not null as done
              from membership.move
            """;
    private static final String OPEN = SELECT + " where done_at is null and accepted is distinct from false";

    private final JdbcClient jdbc;

    MoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            UUID person,
            UUID from,
            UUID to,
            LocalDate day,
            Optional<UUID> successor,
            Optional<Boolean> accepted,
            boolean done) {}

    /** A move whose day has come. */
    record Due(UUID id, UUID person, UUID from, UUID to, Optional<UUID> successor, UUID acceptedBy) {}

    /** People are moved only to where organisations take part today. */
    boolean takesPart(UUID organisation) {
        return jdbc.sql("select exists (select from membership.organisation where id = :id and status = 'active')")
                .param("id", organisation)
                .query(Boolean.class)
                .single();
    }

    /** False when one is under way. */
    boolean ask(Seat seat, UUID to, LocalDate day, Optional<UUID> successor, UUID by, Instant now) {
        return jdbc.sql("""
                        insert into membership.move
                               (id, person, was_at, goes_to, on_day, successor, asked_by, asked_at)
                        values (:id, :person, :from, :to, :day, :successor, :by, :now)
                        on conflict do nothing
                        """)
                        .param("id", UUID.randomUUID())
                        .param("person", seat.person())
                        .param("from", seat.organisation().id())
                        .param("to", to)
                        .param("day", day)
                        .param("successor", successor.orElse(null), Types.OTHER)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Row> coming() {
        return jdbc.sql(OPEN + " order by on_day, asked_at, id limit 200")
                .query(MoveStore::row)
                .list();
    }

    int waiting() {
        return jdbc.sql("""
                select count(*) from membership.move
                 where accepted is null and goes_to = any (membership.administered())
                """).query(Integer.class).single();
    }

    Optional<Row> open(UUID id) {
        return jdbc.sql(OPEN + " and id = :id for update")
                .param("id", id)
                .query(MoveStore::row)
                .optional();
    }

    void decide(UUID id, boolean accept, UUID by, Instant now) {
        jdbc.sql("""
                update membership.move set accepted = :accept, decided_by = :by, decided_at = :now where id = :id
                """)
                .param("id", id)
                .param("accept", accept)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those whose day has come, the earliest first. */
    List<UUID> due(LocalDate today) {
        return jdbc.sql("select membership.due_moves(:today)")
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    /** Takes one of them, once; nothing where it was taken or let be meanwhile. */
    Optional<Due> take(UUID id, LocalDate today) {
        return jdbc.sql("select person, was_at, goes_to, successor, accepted_by from membership.take_move(:id, :today)")
                .param("id", id)
                .param("today", today)
                .query((row, n) -> new Due(
                        id,
                        row.getObject("person", UUID.class),
                        row.getObject("was_at", UUID.class),
                        row.getObject("goes_to", UUID.class),
                        Optional.ofNullable(row.getObject("successor", UUID.class)),
                        row.getObject("accepted_by", UUID.class)))
                .optional();
    }

    /** A colleague of theirs takes over the window, and leads what they led where the colleague is a member already. */
    void takeOver(UUID person, UUID successor, UUID organisation, UUID by) {
        jdbc.sql("""
                insert into membership.belonging (principal, circle, person, role, admitted_by)
                select b.principal, b.circle, :successor, b.role, :by
                  from membership.belonging b
                 where b.person = :person and b.until is null
                   and (b.circle = 'community'
                        and exists (select from membership.belonging own
                                     where own.principal = b.principal and own.person = :successor
                                       and own.until is null)
                        or b.principal in (select id from membership.office
                                            where organisation = :organisation and kind = 'window'))
                   and exists (select from membership.seat s
                                where s.person = :successor and s.organisation = :organisation and s.until is null)
                on conflict (person, principal) where until is null do update
                   set role = case when excluded.role = 'lead' then 'lead' else belonging.role end
                """)
                .param("person", person)
                .param("successor", successor)
                .param("organisation", organisation)
                .param("by", by)
                .update();
    }

    /** The communities they sat in. */
    List<UUID> leaveCommunities(UUID person) {
        return jdbc.sql("""
                update membership.belonging set until = greatest(since, now())
                 where person = :person and circle = 'community' and (until is null or until > now())
                returning principal
                """).param("person", person).query(UUID.class).list();
    }

    /** One move, decided and done or not; as far as the wall lets the reader see it. */
    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(MoveStore::row)
                .optional();
    }

    /** How many communities somebody left with a move and sits in no longer. */
    int left(UUID id) {
        return jdbc.sql("""
                select count(*)
                  from membership.move m
                  join membership.belonging b on b.person = m.person and b.circle = 'community' and b.until = m.done_at
                 where m.id = :id
                   and not exists (select from membership.belonging again
                                    where again.person = b.person and again.principal = b.principal
                                      and (again.until is null or again.until > now()))
                """).param("id", id).query(Integer.class).single();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("was_at", UUID.class),
                row.getObject("goes_to", UUID.class),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getObject("successor", UUID.class)),
                Optional.ofNullable(row.getObject("accepted", Boolean.class)),
                row.getBoolean("done"));
    }
}
