package noroshi.bulletin;

import static noroshi.bulletin.ManuscriptStore.array;
import static noroshi.bulletin.ManuscriptStore.at;
import static noroshi.bulletin.ManuscriptStore.id;
import static noroshi.bulletin.ManuscriptStore.ids;
import static noroshi.bulletin.ManuscriptStore.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Release.Review;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of published editions and of their second reviews. */
@Repository
class EditionStore {
    private static final String SELECT = """
            select topic, version, copy, source, confidence, release, released_by, released_at, organisation,
                   contributors, reason, review_due_at, reviewed_by, reviewed_at, verdict, remark
              from bulletin.edition
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EditionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Edition> find(UUID topic, int version) {
        return jdbc.sql(SELECT + " where topic = :topic and version = :version")
                .param("topic", topic)
                .param("version", version)
                .query(this::map)
                .optional();
    }

    Optional<Edition> lock(UUID topic, int version) {
        return jdbc.sql(SELECT + " where topic = :topic and version = :version for update")
                .param("topic", topic)
                .param("version", version)
                .query(this::map)
                .optional();
    }

    /** Urgent releases that nobody has reviewed, and those somebody objected to while they are the current version. */
    List<Edition> reviews() {
        return jdbc.sql(SELECT + """
                 where release = 'urgent'
                   and (reviewed_by is null and topic in (select id from topic.readable where state = 'published')
                        or verdict = 'objected' and exists (
                            select from topic.readable t
                             where t.id = topic and t.version = edition.version and t.state = 'published'))
                 order by reviewed_by is not null, review_due_at, topic
                """).query(this::map).list();
    }

    void insert(Edition edition) {
        var urgent =
                edition.release() instanceof Release.Urgent it ? Optional.of(it) : Optional.<Release.Urgent>empty();
        var approved =
                edition.release() instanceof Release.Approved it ? Optional.of(it) : Optional.<Release.Approved>empty();
        jdbc.sql("""
                insert into bulletin.edition (topic, version, copy, source, confidence, release, released_by,
                                              released_at, organisation, contributors, reason, review_due_at,
                                              reviewed_by, reviewed_at)
                values (:topic, :version, :copy::jsonb, :source, :confidence, :release, :by,
                        :now, :organisation, :contributors, :reason, :due,
                        :reviewedBy, :reviewedAt)
                """)
                .param("topic", edition.topic())
                .param("version", edition.version())
                .param("copy", json.writeValueAsString(edition.content()))
                .param("source", edition.source().name())
                .param("confidence", edition.confidence().name())
                .param("release", code(edition.release()))
                .param("by", edition.by())
                .param("now", at(edition.at()))
                .param("organisation", edition.organisation())
                .param("contributors", array(edition.contributors()))
                .param("reason", urgent.map(Release.Urgent::reason).orElse(null), Types.VARCHAR)
                .param("due", urgent.map(it -> at(it.reviewDue())).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reviewedBy", approved.map(Release.Approved::by).orElse(null), Types.OTHER)
                .param("reviewedAt", approved.map(it -> at(it.at())).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void review(Edition edition, Review review) {
        jdbc.sql("""
                update bulletin.edition
                   set reviewed_by = :by, reviewed_at = :now, verdict = :verdict, remark = :remark
                 where topic = :topic and version = :version
                """)
                .param("topic", edition.topic())
                .param("version", edition.version())
                .param("by", review.by())
                .param("now", at(review.at()))
                .param("verdict", review.objection().isEmpty() ? "confirmed" : "objected")
                .param("remark", review.objection().orElse(null), Types.VARCHAR)
                .update();
    }

    /** One step of chasing that was just taken. */
    record Step(UUID topic, int version, String name, UUID releasedBy, UUID organisation) {}

    List<Step> chase(Instant now) {
        return jdbc.sql("select topic, version, step, released_by, organisation from bulletin.chase_due(:now)")
                .param("now", at(now))
                .query((row, n) -> new Step(
                        id(row, "topic"),
                        row.getInt("version"),
                        row.getString("step"),
                        id(row, "released_by"),
                        id(row, "organisation")))
                .list();
    }

    private static String code(Release release) {
        return switch (release) {
            case Release.Direct _ -> "direct";
            case Release.Approved _ -> "approved";
            case Release.Urgent _ -> "urgent";
        };
    }

    private Edition map(ResultSet row, int n) throws SQLException {
        return new Edition(
                id(row, "topic"),
                row.getInt("version"),
                json.readValue(row.getString("copy"), Edition.Content.class),
                Source.valueOf(row.getString("source")),
                Confidence.valueOf(row.getString("confidence")),
                release(row),
                id(row, "released_by"),
                id(row, "organisation"),
                instant(row, "released_at"),
                ids(row, "contributors"));
    }

    private static Release release(ResultSet row) throws SQLException {
        return switch (row.getString("release")) {
            case "direct" -> new Release.Direct();
            case "approved" -> new Release.Approved(id(row, "reviewed_by"), instant(row, "reviewed_at"));
            case "urgent" -> new Release.Urgent(row.getString("reason"), instant(row, "review_due_at"), review(row));
            case String other -> throw new IllegalStateException("unknown release " + other);
        };
    }

    private static Optional<Review> review(ResultSet row) throws SQLException {
        return row.getString("verdict") == null
                ? Optional.empty()
                : Optional.of(new Review(
                        id(row, "reviewed_by"),
                        instant(row, "reviewed_at"),
                        Optional.ofNullable(row.getString("remark"))));
    }
}
