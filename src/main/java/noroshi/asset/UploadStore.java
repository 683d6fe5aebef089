package noroshi.asset;

import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of lists that wait for their person's yes; each person sees their own. */
@Repository
class UploadStore {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the list; what the same person left lying since yesterday, or beyond measure, is thrown away. */
    void keep(Upload upload) {
        jdbc.sql("""
                delete from asset.upload
                 where person = :person
                   and (at < :yesterday
                        or id in (select id from asset.upload where person = :person order by at desc offset :most))
                """)
                .param("person", upload.person())
                .param("yesterday", AssetStore.at(upload.at().minus(Duration.ofDays(1))))
                .param("most", MOST)
                .update();
        jdbc.sql("""
                insert into asset.upload (id, person, organisation, name, kind, tabular, content, at)
                values (:id, :person, :organisation, :name, :kind, :table, :content, :at)
                """)
                .param("id", upload.id())
                .param("person", upload.person())
                .param("organisation", upload.organisation())
                .param("name", upload.name())
                .param("kind", upload.kind().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("table", upload.table())
                .param("content", upload.content())
                .param("at", AssetStore.at(upload.at()))
                .update();
    }

    Optional<Upload> find(UUID id) {
        return jdbc.sql("""
                select id, person, organisation, name, kind, tabular, content, at from asset.upload where id = :id
                """)
                .param("id", id)
                .query((row, n) -> new Upload(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("kind")).map(AssetKind::valueOf),
                        row.getBoolean("tabular"),
                        row.getString("content"),
                        AssetStore.instant(row, "at")))
                .optional();
    }

    void discard(UUID id) {
        jdbc.sql("delete from asset.upload where id = :id").param("id", id).update();
    }
}
