package noroshi.bulletin;

import static noroshi.bulletin.ManuscriptStore.at;
import static noroshi.bulletin.ManuscriptStore.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.topic.KeptFile;
import noroshi.topic.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of enclosed files. */
@Repository
class EnclosureStore {
    private final JdbcClient jdbc;

    EnclosureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that go out with the version being written. */
    List<Enclosure> of(Manuscript manuscript) {
        return jdbc.sql("""
                select id, manuscript, version, name, media_type, size, sha256, storage, nonce, level
                  from bulletin.enclosure
                 where manuscript = :manuscript and version = :version
                 order by at, name
                """)
                .param("manuscript", manuscript.id())
                .param("version", manuscript.version())
                .query(EnclosureStore::map)
                .list();
    }

    void insert(Enclosure enclosure, Instant now) {
        jdbc.sql("""
                insert into bulletin.enclosure (id, manuscript, version, name, media_type, size, sha256, storage,
                                                nonce, level, at)
                values (:id, :manuscript, :version, :name, :mediaType, :size, :sha256, :storage,
                        :nonce, :level, :now)
                """)
                .param("id", enclosure.id())
                .param("manuscript", enclosure.manuscript())
                .param("version", enclosure.version())
                .param("name", enclosure.file().name())
                .param("mediaType", enclosure.file().mediaType())
                .param("size", enclosure.file().size())
                .param("sha256", enclosure.file().sha256())
                .param("storage", enclosure.file().storage())
                .param("nonce", enclosure.file().nonce())
                .param("level", enclosure.level().name())
                .param("now", at(now))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from bulletin.enclosure where id = :id")
                .param("id", id)
                .update();
    }

    private static Enclosure map(ResultSet row, int n) throws SQLException {
        return new Enclosure(
                id(row, "id"),
                id(row, "manuscript"),
                row.getInt("version"),
                new KeptFile(
                        id(row, "storage"),
                        row.getBytes("nonce"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getBytes("sha256")),
                Level.valueOf(row.getString("level")));
    }
}
