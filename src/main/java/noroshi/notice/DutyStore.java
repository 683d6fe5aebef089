package noroshi.notice;

import static noroshi.notice.NoticeStore.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the duty desk: steps of the ladder, telephone calls, batches, and figures. */
@Repository
class DutyStore {
    private static final String SELECT = """
            select c.id, c.topic, n.organisation, t.title, c.reason, coalesce(o.window_phone, '') as phone, c.opened_at,
                   coalesce(c.said, '') as said, c.tried_at
              from notice.call c
              join notice.notice n on n.topic = c.topic
              join topic.readable t on t.id = c.topic
              join membership.organisation o on o.id = n.organisation
            """;
    private static final String WAITING = """
             where c.closed_at is null and n.round = c.round and n.state in ('open', 'working') and t.state = 'published'
            """;

    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step that the job took. */
    record Step(UUID topic, int round, String name, UUID sentBy, UUID organisation) {}

    List<Step> chase(Instant now) {
        return jdbc.sql("select topic, round, step, sent_by, organisation from notice.chase_due(:now)")
                .param("now", at(now))
                .query((row, n) -> new Step(
                        row.getObject("topic", UUID.class),
                        row.getInt("round"),
                        row.getString("step"),
                        row.getObject("sent_by", UUID.class),
                        row.getObject("organisation", UUID.class)))
                .list();
    }

    /** Calls whose notice is still without an answer, the oldest first. */
    List<Call> calls() {
        return jdbc.sql(SELECT + WAITING + " order by c.opened_at, c.id limit 200")
                .query(DutyStore::call)
                .list();
    }

    Optional<Call> call(UUID call) {
        return jdbc.sql(SELECT + " where c.id = :call")
                .param("call", call)
                .query(DutyStore::call)
                .optional();
    }

    /** Whether its notice is still without an answer. */
    boolean waiting(UUID call) {
        return jdbc.sql(SELECT + WAITING + " and c.id = :call")
                .param("call", call)
                .query(DutyStore::call)
                .optional()
                .isPresent();
    }

    Optional<Call> lock(UUID call) {
        return jdbc.sql(SELECT + " where c.id = :call for no key update of c")
                .param("call", call)
                .query(DutyStore::call)
                .optional();
    }

    private static Call call(ResultSet row, int n) throws SQLException {
        return new Call(
                row.getObject("id", UUID.class),
                row.getObject("topic", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("title"),
                Call.Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getString("phone"),
                NoticeStore.instant(row, "opened_at"),
                row.getString("said"),
                NoticeStore.optional(row.getTimestamp("tried_at")));
    }

    /** Where somebody reached them before, what was said is added to what is known. */
    void tried(UUID call, boolean reached, String said, UUID by, Instant now) {
        jdbc.sql("""
                update notice.call
                   set tried_at = :now, tried_by = :by, reached = :reached or closed_at is not null,
                       said = case when closed_at is null then :said else said || E'\\n' || :said end,
                       closed_at = coalesce(closed_at, case when :reached then :now::timestamptz end)
                 where id = :call
                """)
                .param("call", call)
                .param("now", at(now))
                .param("by", by)
                .param("reached", reached)
                .param("said", said)
                .update();
    }

    /** How the ladder of a notice was climbed, with what was said on the telephone. */
    List<Rung> rungs(UUID topic) {
        return jdbc.sql("""
                select k.step, k.at, c.reached, c.said, c.tried_at
                  from notice.chase k
                  left join notice.call c on c.topic = k.topic and c.round = k.round
                        and c.reason = case k.step when 'call' then 'unanswered' when 'empty' then 'empty' end
                 where k.topic = :topic
                 order by k.at, k.step
                """)
                .param("topic", topic)
                .query((row, n) -> new Rung(
                        row.getString("step"),
                        NoticeStore.instant(row, "at"),
                        Optional.ofNullable(row.getObject("reached", Boolean.class)),
                        Optional.ofNullable(row.getString("said")).orElse(""),
                        NoticeStore.optional(row.getTimestamp("tried_at"))))
                .list();
    }

    boolean kept(UUID organisation) {
        return jdbc.sql("select notice.kept(:organisation)")
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /** Active organisations that had a window, or have notices or registered assets, and whose window nobody keeps. */
    List<UUID> emptyWindows() {
        return jdbc.sql("""
                select o.id from membership.organisation o
                 where o.status = 'active' and not notice.kept(o.id)
                   and (exists (select from notice.notice n where n.organisation = o.id)
                        or exists (select from membership.office f join membership.belonging b on b.principal = f.id
                                    where f.kind = 'window' and f.organisation = o.id)
                        or exists (select from asset.published_owners a where a.organisation = o.id))
                 order by o.name limit 50
                """).query(UUID.class).list();
    }

    /** Settled notices whose second look is due. */
    int rechecks(Instant now) {
        return jdbc.sql("""
                select count(*) from notice.notice n join topic.readable t on t.id = n.topic and t.state = 'published'
                 where n.recheck_at <= :now
                """).param("now", at(now)).query(Integer.class).single();
    }

    void batch(List<UUID> topics, Actor actor, Instant now) {
        var batch = UUID.randomUUID();
        jdbc.sql("insert into notice.batch (id, by, at) values (:id, :by, :now)")
                .param("id", batch)
                .param("by", actor.person())
                .param("now", at(now))
                .update();
        topics.forEach(topic -> jdbc.sql("insert into notice.batch_notice (batch, topic) values (:batch, :topic)")
                .param("batch", batch)
                .param("topic", topic)
                .update());
    }

    /** How many others were composed together with this one. */
    int together(UUID topic) {
        return jdbc.sql("""
                select count(*) from notice.batch_notice b
                 where b.batch = (select batch from notice.batch_notice where topic = :topic) and b.topic <> :topic
                """).param("topic", topic).query(Integer.class).single();
    }

    List<NoticeTime> times(Instant from, Instant until) {
        return jdbc.sql("""
                select finding, severity, sent_at, due_at, first_view_at, first_answer_at, synthetic
                  from notice.insight_times(:from, :until)
                """)
                .param("from", at(from))
                .param("until", at(until))
                .query((row, n) -> {
                    var sent = NoticeStore.instant(row, "sent_at");
                    return new NoticeTime(
                            Finding.valueOf(row.getString("finding")),
                            row.getInt("severity"),
                            sent,
                            NoticeStore.optional(row.getTimestamp("first_view_at"))
                                    .map(at -> Duration.between(sent, at)),
                            NoticeStore.optional(row.getTimestamp("first_answer_at"))
                                    .map(at -> Duration.between(sent, at)),
                            NoticeStore.optional(row.getTimestamp("first_answer_at"))
                                    .filter(NoticeStore.instant(row, "due_at")::isBefore)
                                    .isPresent(),
                            row.getBoolean("synthetic"));
                })
                .list();
    }

    int leftBy(UUID organisation) {
        return jdbc.sql("select notice.left_by(:organisation)")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    List<UUID> takeBack(UUID organisation, String why) {
        return jdbc.sql("select * from notice.take_back_of(:organisation, :why)")
                .param("organisation", organisation)
                .param("why", why)
                .query(UUID.class)
                .list();
    }

    Optional<UUID> batchOf(UUID topic) {
        return jdbc.sql("select batch from notice.batch_notice where topic = :topic")
                .param("topic", topic)
                .query(UUID.class)
                .optional();
    }

    /** How far they have come; nothing where the reader finds none of them. */
    Optional<Batch> batch(UUID batch) {
        return jdbc.sql("""
                select count(*) as sent, count(n.first_answer_at) as answered,
                       count(*) filter (where exists (select from topic.insight_readings v
                                                       where v.topic = n.topic and v.organisation = n.organisation))
                           as opened
                  from notice.batch_notice b
                  join notice.notice n on n.topic = b.topic
                  join topic.readable t on t.id = n.topic and t.state = 'published'
                 where b.batch = :batch
                having count(*) > 0
                """)
                .param("batch", batch)
                .query((row, n) -> new Batch(batch, row.getInt("sent"), row.getInt("opened"), row.getInt("answered")))
                .optional();
    }
}
