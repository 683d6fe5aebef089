package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of pins, and of a community in figures. */
@Repository
class PinStore {
    private final JdbcClient jdbc;

    PinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> of(UUID community) {
        return jdbc.sql("""
                select p.topic
                  from topic.pin p
                  join topic.topic t on t.id = p.topic and t.state = 'published'
                 where p.community = :community
                 order by p.at desc
                """).param("community", community).query(UUID.class).list();
    }

    /** Until the transaction ends nobody else pins there. */
    void lock(UUID community) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('topic.pin ' || :community, 0))")
                .param("community", community.toString())
                .query((row, n) -> n)
                .list();
    }

    Set<UUID> where(UUID topic) {
        return jdbc.sql("select community from topic.pin where topic = :topic")
                .param("topic", topic)
                .query(UUID.class)
                .set();
    }

    void insert(UUID community, UUID topic, Actor actor, Instant now) {
        jdbc.sql("""
                insert into topic.pin (community, topic, by, at) values (:community, :topic, :by, :now)
                on conflict do nothing
                """)
                .param("community", community)
                .param("topic", topic)
                .param("by", actor.person())
                .param("now", TopicStore.at(now))
                .update();
    }

    int delete(UUID community, UUID topic) {
        return jdbc.sql("delete from topic.pin where community = :community and topic = :topic")
                .param("community", community)
                .param("topic", topic)
                .update();
    }

    CommunityFigures figures(UUID community, Instant since, Instant before) {
        return jdbc.sql("""
                select posts, questions, answered, helped, comments, writers, readers,
                       extract(epoch from first_answer) as first_answer
                  from topic.community_figures(:community, :since, :before)
                """)
                .param("community", community)
                .param("since", TopicStore.at(since))
                .param("before", TopicStore.at(before))
                .query((row, n) -> {
                    var seconds = row.getBigDecimal("first_answer");
                    return new CommunityFigures(
                            row.getInt("posts"),
                            row.getInt("questions"),
                            row.getInt("answered"),
                            row.getInt("helped"),
                            row.getInt("comments"),
                            row.getInt("writers"),
                            readers(row),
                            Optional.ofNullable(seconds).map(each -> Duration.ofSeconds(each.longValue())));
                })
                .single();
    }

    /** Fewer than five are not told apart. */
    private static Optional<Integer> readers(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("readers", Long.class)).map(Math::toIntExact);
    }

    /** What those figures count, the newest first. */
    List<CommunityTopic> topics(UUID community, Instant since, Instant before) {
        return jdbc.sql("""
                select topic, kind, published_at, comments, readers, answered, helped
                  from topic.community_topics(:community, :since, :before)
                 order by published_at desc, topic
                """)
                .param("community", community)
                .param("since", TopicStore.at(since))
                .param("before", TopicStore.at(before))
                .query((row, n) -> new CommunityTopic(
                        row.getObject("topic", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("published_at").toInstant(),
                        row.getInt("comments"),
                        readers(row),
                        row.getBoolean("answered"),
                        row.getBoolean("helped")))
                .list();
    }

    /** Who wrote with their name, under the wall: the lead reads each of those documents. */
    List<CommunityWriter> writers(UUID community, Instant since, Instant before) {
        return jdbc.sql("""
                with here as materialized (
                    select topic from topic.community_topics(:community, :since, :before)),
                written as (
                    select t.author, t.organisation, t.published_at as at, 1 as posts, 0 as comments
                      from here h join topic.topic t on t.id = h.topic
                    union all
                    select c.author, c.organisation, c.at, 0, 1
                      from here h join topic.comment c on c.topic = h.topic and c.removed_at is null)
                select author, (array_agg(organisation order by at desc))[1] as organisation,
                       sum(posts) as posts, sum(comments) as comments
                  from written
                 where author is not null
                 group by author
                 order by author
                """)
                .param("community", community)
                .param("since", TopicStore.at(since))
                .param("before", TopicStore.at(before))
                .query((row, n) -> new CommunityWriter(
                        new Author.Known(
                                row.getObject("author", UUID.class), row.getObject("organisation", UUID.class)),
                        row.getInt("posts"),
                        row.getInt("comments")))
                .list();
    }
}
