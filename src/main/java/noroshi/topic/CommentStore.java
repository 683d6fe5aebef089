package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the thread. */
@Repository
class CommentStore {
    private static final String SELECT = """
            select id, topic, author, organisation, hidden, body, quotes, at, edited_at, removed_at,
                   removal, removed_as,
                   case when hidden then topic.mine(id) else author = membership.reader() end as mine
              from topic.comment
            """;

    private final JdbcClient jdbc;
    private final Together together;
    private final TopicStore topics;
    private final MentionStore mentions;

    CommentStore(JdbcClient jdbc, Together together, TopicStore topics, MentionStore mentions) {
        this.jdbc = jdbc;
        this.together = together;
        this.topics = topics;
        this.mentions = mentions;
    }

    Supplier<List<Comment>> thread(UUID topic) {
        return together.later(
                List.of("thread", topic),
                Question.list(
                        SELECT + " where topic = :topic order by at, id", Map.of("topic", topic), CommentStore::map));
    }

    Optional<Comment> find(UUID topic, UUID comment) {
        return jdbc.sql(SELECT + " where topic = :topic and id = :comment")
                .param("topic", topic)
                .param("comment", comment)
                .query(CommentStore::map)
                .optional();
    }

    UUID insert(UUID topic, String body, boolean hidden, Optional<UUID> quotes, Actor actor, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into topic.comment (id, topic, author, organisation, hidden, body, quotes, at)
                values (:id, :topic, :author, :organisation, :hidden, :body, :quotes, :now)
                """)
                .param("id", id)
                .param("topic", topic)
                .param("author", hidden ? null : actor.person(), Types.OTHER)
                .param("organisation", hidden ? null : actor.organisation(), Types.OTHER)
                .param("hidden", hidden)
                .param("body", body)
                .param("quotes", quotes.orElse(null), Types.OTHER)
                .param("now", TopicStore.at(now))
                .update();
        if (hidden) {
            topics.conceal(id, topic, actor);
        }
        topics.index(id, topic, Prose.plain(body));
        mentions.call(topic, id, body, now);
        return id;
    }

    /** Until the transaction ends it stays as it is. */
    void hold(UUID comment) {
        jdbc.sql("select from topic.comment where id = :comment for update")
                .param("comment", comment)
                .query((row, n) -> n)
                .list();
    }

    void edit(Comment comment, String body, Instant now) {
        jdbc.sql("insert into topic.comment_edit (comment, at, body) values (:comment, :now, :body)")
                .param("comment", comment.id())
                .param("now", TopicStore.at(now))
                .param("body", comment.body())
                .update();
        jdbc.sql("update topic.comment set body = :body, edited_at = :now where id = :comment")
                .param("comment", comment.id())
                .param("now", TopicStore.at(now))
                .param("body", body)
                .update();
        topics.index(comment.id(), comment.topic(), Prose.plain(body));
        mentions.call(comment.topic(), comment.id(), body, now);
    }

    void remove(Comment comment, Instant now) {
        jdbc.sql("""
                update topic.comment set removed_at = :now, removed_by = membership.reader()
                 where id = :comment and removed_at is null
                """)
                .param("comment", comment.id())
                .param("now", TopicStore.at(now))
                .update();
        jdbc.sql("select topic.unindex(:comment)")
                .param("comment", comment.id())
                .query((row, n) -> n)
                .list();
    }

    /** Whether it stood there until now. */
    boolean moderate(UUID comment, String reason) {
        return jdbc.sql("select topic.moderate(:comment, :reason)")
                .param("comment", comment)
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    List<CommentEdit> history(UUID comment) {
        return jdbc.sql("select at, body from topic.comment_edit where comment = :comment order by at desc")
                .param("comment", comment)
                .query((row, n) -> new CommentEdit(Rows.instant(row, "at"), row.getString("body")))
                .list();
    }

    void accept(UUID topic, Optional<UUID> comment) {
        jdbc.sql("update topic.topic set accepted = :comment where id = :topic")
                .param("topic", topic)
                .param("comment", comment.orElse(null), Types.OTHER)
                .update();
    }

    private static Comment map(ResultSet row, int n) throws SQLException {
        var removed = row.getObject("removed_at") != null;
        return new Comment(
                Rows.id(row, "id"),
                Rows.id(row, "topic"),
                Rows.author(row),
                removed ? "" : row.getString("body"),
                Rows.optionalId(row, "quotes"),
                Rows.instant(row, "at"),
                Rows.optionalInstant(row, "edited_at"),
                removed,
                removal(row),
                row.getBoolean("mine"));
    }

    private static Optional<Comment.Removal> removal(ResultSet row) throws SQLException {
        @Nullable String reason = row.getString("removal");
        return reason == null
                ? Optional.empty()
                : Optional.of(new Comment.Removal(
                        Comment.Moderator.valueOf(row.getString("removed_as").toUpperCase(Locale.ROOT)), reason));
    }
}
