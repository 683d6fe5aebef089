package noroshi.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Tlp;
import noroshi.shared.Together;
import noroshi.shared.Window;
import noroshi.topic.Importance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of what the reader is told. A topic is read under the wall in the same statement: what the reader may not read
 * at this moment is not there, and what is withdrawn is there only to say so. What is no topic is read by nobody from
 * outside, so it is treated as AMBER.
 */
@Repository
class StoryStore {
    private static final String TOLD = """
              from notification.item i
              left join topic.readable t on t.id = i.topic
                    and t.state = case i.what when 'TOPIC_WITHDRAWN' then 'withdrawn' else 'published' end
              left join notice.published_due d on d.topic = i.topic
             where i.person = (select membership.reader()) and case when i.topic is null then notification.concerns(i.id) else t.id is not null end
            """;
    private static final String NEW = """
            i.seen_at is null
            and not exists (select from topic.insight_readings r
                             where r.topic = i.topic and r.person = (select membership.reader())
                               and r.version >= coalesce(i.version, 1) and r.last_at >= i.at)
            and not exists (select from topic.published_set_aside s
                             where s.topic = i.topic and s.person = (select membership.reader())
                               and s.version >= coalesce(i.version, 1) and s.at >= i.at)
            """;

    private static final String UNREAD = " and " + NEW;
    /** Nobody is chased for what a colleague answered. */
    private static final String NOT_OVERTAKEN = """
            and (i.what <> 'NOTICE_CHASED'
                 or not exists (select from notice.published_act a where a.topic = i.topic and a.at > i.at))
            """;

    private static final String STORY = """
            select i.id, i.topic, i.subject, i.what, i.step, i.why, i.weight, i.at, i.circle,
                   coalesce(t.tlp, 'AMBER') as tlp, t.importance, coalesce(t.title, '') as title,
                   coalesce(t.withdrawal, '') as reason,
                   coalesce(t.safe_subject, '') as safe_subject, d.due_at,
            """;
    static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Together together;

    StoryStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** How many are unread, counted up to a limit. */
    Supplier<Integer> unread() {
        return together.later(
                "notifications unread",
                Question.count(
                        "select count(*) from (select i.id" + TOLD + NOT_OVERTAKEN + UNREAD + " limit " + MOST
                                + ") few",
                        Map.of()));
    }

    /** The reader's items, the newest first. */
    List<Told> list(boolean unreadOnly, Window window) {
        return jdbc.sql(STORY + " (" + NEW + ") as unread"
                        + TOLD + NOT_OVERTAKEN + (unreadOnly ? UNREAD : "")
                        + " order by i.at desc, i.id limit :limit offset :offset")
                .param("limit", window.size())
                .param("offset", window.offset())
                .query((row, n) -> new Told(
                        story(row, n),
                        Optional.ofNullable(row.getObject("subject", UUID.class)),
                        Optional.ofNullable(row.getObject("circle", UUID.class)),
                        row.getBoolean("unread")))
                .list();
    }

    Optional<Told> find(UUID item) {
        return jdbc.sql(STORY + " i.seen_at is null as unread" + TOLD + " and i.id = :item")
                .param("item", item)
                .query((row, n) -> new Told(
                        story(row, n),
                        Optional.ofNullable(row.getObject("subject", UUID.class)),
                        Optional.ofNullable(row.getObject("circle", UUID.class)),
                        row.getBoolean("unread")))
                .optional();
    }

    /** One item as a message may tell it: only if it still stands, and the reader may read it at this moment. */
    Optional<Story> standing(UUID item) {
        return jdbc.sql(STORY + " true as unread" + TOLD + " and i.id = :item and notification.stands(i.id)")
                .param("item", item)
                .query(StoryStore::story)
                .optional();
    }

    /** What a digest gathered, as far as it still stands and the reader may read it at this moment. */
    List<Story> gathered(UUID digest) {
        return jdbc.sql(STORY + " true as unread" + TOLD
                        + " and i.digest = :digest and notification.stands(i.id) order by i.at desc, i.id limit 500")
                .param("digest", digest)
                .query(StoryStore::story)
                .list();
    }

    /** What the reader is asked to answer until a time, each matter once. */
    List<Story> due() {
        return jdbc.sql("select distinct on (topic) * from (" + STORY + " true as unread" + TOLD
                        + " and d.due_at is not null) all_of_them order by topic, at, id")
                .query(StoryStore::story)
                .list();
    }

    void see(UUID item) {
        jdbc.sql("update notification.item set seen_at = now() where id = :item and seen_at is null")
                .param("item", item)
                .update();
    }

    /** Up to that moment: what comes meanwhile stays unread. */
    void seeAll(java.time.Instant until) {
        jdbc.sql("""
                update notification.item set seen_at = now()
                 where person = (select membership.reader()) and seen_at is null and at <= :until
                """).param("until", until.atOffset(java.time.ZoneOffset.UTC)).update();
    }

    static Story story(ResultSet row, int n) throws SQLException {
        return new Story(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("topic", UUID.class)),
                What.valueOf(row.getString("what")),
                row.getString("step"),
                Why.valueOf(row.getString("why")),
                Weight.of(row.getString("weight")),
                Tlp.valueOf(row.getString("tlp")),
                Optional.ofNullable(row.getString("importance")).map(Importance::valueOf),
                Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant),
                row.getString("title"),
                row.getString("reason"),
                row.getString("safe_subject"),
                row.getTimestamp("at").toInstant());
    }
}
