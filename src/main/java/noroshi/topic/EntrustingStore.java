package noroshi.topic;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.NotAllowed;
import noroshi.shared.Question;
import noroshi.shared.Tlp;
import noroshi.shared.Together;
import noroshi.shared.Window;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what is entrusted to a window when people or organisations go. */
@Repository
class EntrustingStore {
    private static final String UNANSWERED = "t.kind = 'QUESTION' and t.accepted is null";
    /** Whoever keeps the window has not opened it since it is theirs. */
    private static final String FRESH = """
            e.office = any ((select membership.principals())::uuid[])
            and not exists (select from topic.reading r where r.topic = e.topic and r.last_at >= e.entrusted_at
                                                          and r.person = (select membership.reader()))
            """;

    private final JdbcClient jdbc;
    private final Together together;

    EntrustingStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** How many of those entrusted to the window of this organisation wait for the reader, who keeps it. */
    Supplier<Integer> waiting(UUID organisation) {
        return together.later(
                List.of("entrusted", organisation),
                Question.count("""
                        select count(*)
                          from topic.entrusting e
                          join topic.topic t on t.id = e.topic and t.state = 'published'
                          join membership.office f on f.id = e.office and f.organisation = :organisation
                         where e.office = any ((select membership.principals())::uuid[]) and (%s or %s)
                        """.formatted(UNANSWERED, FRESH), Map.of("organisation", organisation)));
    }

    Supplier<Optional<Answering>> answering(UUID topic) {
        return together.later(
                Beside.key("answering", topic),
                Question.optional(
                        "select organisation, since from topic.answered_for(:topic)",
                        Map.of("topic", topic),
                        (row, n) -> new Answering(Rows.id(row, "organisation"), Rows.instant(row, "since"))));
    }

    /** Whose topics are looked for. */
    enum Whose {
        /** What the reader wrote. */
        OWN,
        /** That of people who sit there no more, and the reader's own. */
        LEFT,
        /** That of people who sit nowhere any more, as far as the label lets it be known elsewhere. */
        WITHDRAWN
    }

    /** As far as the reader may read it, the newest first. */
    List<Entrustable> left(UUID organisation, Whose whose, Window window) {
        return jdbc.sql("""
                select t.id, t.kind, t.title, t.tlp, t.author, t.revised_at,
                       t.kind = 'QUESTION' and t.accepted is null as waiting
                  from topic.topic t
                 where t.organisation = :organisation and not t.hidden and t.kind in ('POST', 'QUESTION')
                   and t.state = 'published' and t.tlp <> 'RED'
                   and case :whose
                         when 'WITHDRAWN' then t.tlp in ('CLEAR', 'GREEN')
                              and not exists (select from membership.seat s
                                                join membership.person p on p.id = s.person and p.status = 'active'
                                                join membership.organisation o
                                                  on o.id = s.organisation and o.status <> 'withdrawn'
                                               where s.person = t.author and s.until is null)
                         else t.author = membership.reader()
                              or :whose = 'LEFT'
                                 and not exists (select from membership.seat s
                                                  where s.person = t.author and s.organisation = t.organisation
                                                    and s.until is null) end
                   and not exists (select from topic.entrusting e where e.topic = t.id)
                 order by t.revised_at desc, t.id
                offset :offset limit :size
                """)
                .param("organisation", organisation)
                .param("whose", whose.name())
                .param("offset", window.offset())
                .param("size", window.size())
                .query((row, n) -> new Entrustable(
                        Rows.id(row, "id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        Tlp.valueOf(row.getString("tlp")),
                        Rows.id(row, "author"),
                        row.getBoolean("waiting"),
                        Rows.instant(row, "revised_at")))
                .list();
    }

    /** From this organisation or to its window, as far as it concerns the reader and they may read it; what waits first. */
    List<Entrusting> entrusted(UUID organisation, Window window) {
        return jdbc.sql("""
                select e.topic, t.title, t.tlp, e.organisation, f.organisation as goes_to, e.entrusted_by, e.entrusted_at,
                       e.entrusted_by = membership.reader()
                           or e.organisation = any ((select membership.administered())::uuid[])
                           or (select membership.has_role('ADMINISTRATOR')) and o.status = 'withdrawn' as returnable,
                       %s as unanswered, %s as fresh
                  from topic.entrusting e
                  join topic.topic t on t.id = e.topic and t.state = 'published'
                  join membership.office f on f.id = e.office
                  join membership.organisation o on o.id = e.organisation
                 where :organisation in (e.organisation, f.organisation)
                 order by (%s or %s) desc, e.entrusted_at desc, e.topic
                offset :offset limit :size
                """.formatted(UNANSWERED, FRESH, UNANSWERED, FRESH))
                .param("organisation", organisation)
                .param("offset", window.offset())
                .param("size", window.size())
                .query((row, n) -> new Entrusting(
                        Rows.id(row, "topic"),
                        row.getString("title"),
                        Tlp.valueOf(row.getString("tlp")),
                        Rows.id(row, "organisation"),
                        Rows.id(row, "goes_to"),
                        Rows.id(row, "entrusted_by"),
                        Rows.instant(row, "entrusted_at"),
                        row.getBoolean("returnable"),
                        row.getBoolean("unanswered"),
                        row.getBoolean("fresh")))
                .list();
    }

    /** Whether this one was entrusted from this organisation, as far as the reader may know. */
    boolean isEntrusted(UUID topic, UUID organisation) {
        return jdbc.sql("""
                select exists (select from topic.entrusting e
                                 join topic.topic t on t.id = e.topic and t.state = 'published'
                                where e.topic = :topic and e.organisation = :organisation)
                """)
                .param("topic", topic)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    List<UUID> entrust(Collection<UUID> those, UUID from, UUID to, Instant now) {
        return door(() -> jdbc.sql("select * from topic.entrust_left(:those, :from, :to, :now)")
                .param("those", those.toArray(UUID[]::new))
                .param("from", from)
                .param("to", to)
                .param("now", TopicStore.at(now))
                .query(UUID.class)
                .list());
    }

    /** False where nothing is entrusted from there. */
    boolean takeBack(UUID topic, UUID from) {
        return door(() -> jdbc.sql("select topic.take_trust_back(:topic, :from)")
                .param("topic", topic)
                .param("from", from)
                .query(Boolean.class)
                .single());
    }

    private static <T> T door(Supplier<T> call) {
        try {
            return call.get();
        } catch (DataAccessException refused) {
            if (refused.getMostSpecificCause() instanceof SQLException cause && "42501".equals(cause.getSQLState())) {
                throw new NotAllowed();
            }
            throw refused;
        }
    }
}
