package noroshi.topic;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of files. */
@Repository
class FileStore {
    private static final String SELECT = """
            select id, topic, comment, name, media_type, size, level, at,
                   topic.mine(coalesce(comment, topic)) as mine, s.state, s.signature
              from topic.file
              left join lateral topic.scan_of(storage) s on true
             where removed_at is null
            """;

    private final JdbcClient jdbc;
    private final Together together;

    FileStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    Supplier<List<TopicFile>> of(UUID topic) {
        return together.later(
                Beside.key("files", topic),
                Question.list(
                        SELECT + " and topic = :topic order by at, name", Map.of("topic", topic), FileStore::map));
    }

    Optional<TopicFile> find(UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("id", id)
                .query(FileStore::map)
                .optional();
    }

    /** Its author attaches to a comment, its source to a topic. */
    boolean mayAttach(UUID topic, Optional<UUID> comment) {
        return jdbc.sql(
                        "select case when :comment::uuid is null then topic.source(:topic) else topic.mine(:comment) end")
                .param("topic", topic)
                .param("comment", comment.orElse(null), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** Whether the reader wrote this document with the organisation hidden. */
    boolean concealed(UUID document) {
        return jdbc.sql("select exists (select from topic.reveal(:document) r where r.person = membership.reader())")
                .param("document", document)
                .query(Boolean.class)
                .single();
    }

    StoredFile stored(UUID id) {
        return jdbc.sql("select storage, nonce from topic.file where id = :id and removed_at is null")
                .param("id", id)
                .query((row, n) -> new StoredFile(Rows.id(row, "storage"), row.getBytes("nonce")))
                .single();
    }

    UUID insert(Topic topic, Optional<UUID> comment, KeptFile kept, Level level, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into topic.file (id, topic, comment, name, media_type, size, sha256, storage, nonce,
                                        level, at)
                values (:id, :topic, :comment, :name, :media_type, :size, :sha256, :storage, :nonce,
                        :level, :now)
                """)
                .param("id", id)
                .param("topic", topic.id())
                .param("comment", comment.orElse(null), Types.OTHER)
                .param("name", kept.name())
                .param("media_type", kept.mediaType())
                .param("size", kept.size())
                .param("sha256", kept.sha256())
                .param("storage", kept.storage())
                .param("nonce", kept.nonce())
                .param("level", level.name())
                .param("now", TopicStore.at(now))
                .update();
        return id;
    }

    void remove(UUID id, Instant now) {
        jdbc.sql("update topic.file set removed_at = :now where id = :id")
                .param("id", id)
                .param("now", TopicStore.at(now))
                .update();
    }

    void letGo(UUID storage, Instant now) {
        jdbc.sql("insert into topic.let_go (storage, at) values (:storage, :now) on conflict do nothing")
                .param("storage", storage)
                .param("now", TopicStore.at(now))
                .update();
    }

    /** The files let go of before a moment, each handed out once, none that a topic has. */
    List<UUID> takeLetGo(Instant before) {
        return jdbc.sql("select topic.take_let_go(:moment)")
                .param("moment", TopicStore.at(before))
                .query(UUID.class)
                .list();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TopicFile map(ResultSet row, int n) throws SQLException {
        return new TopicFile(
                Rows.id(row, "id"),
                Rows.id(row, "topic"),
                Rows.optionalId(row, "comment"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                Level.valueOf(row.getString("level")),
                Rows.instant(row, "at"),
                row.getBoolean("mine"),
                row.getString("state") == null
                        ? Scan.WAITING
                        : new Scan(Scan.State.valueOf(row.getString("state")), row.getString("signature")));
    }
}
