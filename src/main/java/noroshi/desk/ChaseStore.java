package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what has waited too long: the steps that were taken, and the calls to make. */
@Repository
class ChaseStore {
    private static final String CLOCKS = ":acknowledge::interval, :triage::interval, :reply::interval, :help::interval";
    private static final String SELECT = """
            select c.id, c.matter, c.clock, c.organisation, c.due_at, c.tried_at, m.reference, k.year, k.number, t.title,
                   case when r.organisation = c.organisation then r.contact else '' end as contact
              from desk.call c
              join desk.clocks(%s) n on n.subject = c.subject and n.clock = c.clock and n.due_at = c.due_at
              join desk.matter m on m.topic = c.matter
              join desk.ticket k on k.matter = c.matter
              join desk.reporter r on r.matter = c.matter
              join topic.readable t on t.id = c.matter
             where c.closed_at is null
            """.formatted(CLOCKS);

    private final JdbcClient jdbc;
    private final DeskSettings settings;

    ChaseStore(JdbcClient jdbc, DeskSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * A step that was taken just now.
     *
     * @param subject what nobody has answered
     */
    record Chased(UUID matter, Card.Clock clock, Step step, UUID subject, UUID organisation) {
        /** The rungs: whoever was asked is reminded, the second contact learns of it, they are telephoned. */
        enum Step {
            REMIND,
            SECOND,
            CALL
        }
    }

    /** Takes the steps that are due. */
    List<Chased> chase(Instant now) {
        return clocks("select matter, clock, step, subject, organisation from desk.chase_due(:now, " + CLOCKS
                        + ", :second::interval, :call::interval)")
                .param("now", MatterStore.at(now))
                .param("second", settings.secondAfter().toString())
                .param("call", settings.callAfter().toString())
                .query((row, n) -> new Chased(
                        MatterStore.id(row, "matter"),
                        Card.Clock.valueOf(row.getString("clock")),
                        Chased.Step.valueOf(row.getString("step")),
                        MatterStore.id(row, "subject"),
                        MatterStore.id(row, "organisation")))
                .list();
    }

    /** Calls to make now; where the clock has stopped meanwhile there is nothing to say any more. */
    List<Call> calls() {
        return clocks(SELECT + " order by c.due_at, c.id")
                .query(ChaseStore::call)
                .list();
    }

    /** A call that somebody makes, whether or not its clock still runs: what was said is written down. */
    record Made(UUID matter, Card.Clock clock, boolean closed) {}

    Optional<Made> lock(UUID id) {
        return jdbc.sql("""
                select matter, clock, closed_at is not null as closed from desk.call where id = :id for no key update
                """)
                .param("id", id)
                .query((row, n) -> new Made(
                        MatterStore.id(row, "matter"),
                        Card.Clock.valueOf(row.getString("clock")),
                        row.getBoolean("closed")))
                .optional();
    }

    void tried(UUID id, boolean reached, String said, Instant now, Actor actor) {
        jdbc.sql("""
                update desk.call
                   set tried_at = :now, tried_by = :by, said = :said, closed_at = case when :reached then :now end
                 where id = :id
                """)
                .param("id", id)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .param("said", said)
                .param("reached", reached)
                .update();
    }

    /** The matters whose second contact knows that they wait. */
    Set<UUID> second() {
        return new HashSet<>(clocks("""
                        select c.matter from desk.chase c
                          join desk.clocks(%s) n on n.subject = c.subject and n.clock = c.clock and n.due_at = c.due_at
                         where c.step = 'SECOND'
                        """.formatted(CLOCKS)).query(UUID.class).list());
    }

    int escalated() {
        return clocks("select desk.escalated(" + CLOCKS + ")")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec clocks(String sql) {
        return jdbc.sql(sql)
                .param("acknowledge", settings.acknowledgeWithin().toString())
                .param("triage", settings.triageWithin().toString())
                .param("reply", settings.replyWithin().toString())
                .param("help", settings.helpWithin().toString());
    }

    private static Call call(ResultSet row, int n) throws SQLException {
        return new Call(
                MatterStore.id(row, "id"),
                MatterStore.id(row, "matter"),
                row.getString("reference"),
                "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                row.getString("title"),
                Card.Clock.valueOf(row.getString("clock")),
                MatterStore.id(row, "organisation"),
                row.getString("contact"),
                MatterStore.instant(row, "due_at"),
                MatterStore.moment(row, "tried_at"));
    }
}
