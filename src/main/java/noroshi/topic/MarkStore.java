package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a topic's labels, as they change from version to version. */
@Repository
class MarkStore {
    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The changes as far as there were any, the earliest first. */
    List<MarksChange> of(UUID topic) {
        return jdbc.sql("""
                select version, information_kind_before, information_kind, importance_before, importance,
                       tlp_before, tlp, confidentiality_before, confidentiality
                  from topic.marking
                 where topic = :topic
                 order by version
                """).param("topic", topic).query(MarkStore::change).list();
    }

    void mark(UUID topic, Marks marks, Set<UUID> audience) {
        jdbc.sql("""
                select topic.mark(:topic, :information, :importance, :tlp, :confidentiality::smallint, :audience)
                """)
                .param("topic", topic)
                .param("information", marks.information().name())
                .param("importance", marks.importance().map(Enum::name).orElse(null))
                .param("tlp", marks.tlp().name())
                .param("confidentiality", marks.confidentiality())
                .param("audience", audience.toArray(UUID[]::new))
                .query((row, n) -> n)
                .list();
    }

    /** Whether somebody answered, under the label the topic has now. */
    boolean answered(UUID topic) {
        return jdbc.sql("select exists (select from topic.comment where topic = :topic and removed_at is null)")
                .param("topic", topic)
                .query(Boolean.class)
                .single();
    }

    private static MarksChange change(ResultSet row, int n) throws SQLException {
        return new MarksChange(row.getInt("version"), marks(row, "_before"), marks(row, ""));
    }

    private static Marks marks(ResultSet row, String when) throws SQLException {
        return new Marks(
                InformationKind.valueOf(row.getString("information_kind" + when)),
                Optional.ofNullable(row.getString("importance" + when)).map(Importance::valueOf),
                Tlp.valueOf(row.getString("tlp" + when)),
                row.getInt("confidentiality" + when));
    }
}
