package noroshi.intel.drop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what waits in drop-boxes; each person sees their own. */
@Repository
class DropStore {
    private static final int SHOWN = 20;
    private static final long MOST_BYTES = 100L * 1024 * 1024;

    private final JdbcClient jdbc;

    DropStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it; what the same person left lying for long, or beyond measure, is thrown away. */
    void keep(Dropped dropped, byte[] content, Instant since) {
        jdbc.sql("""
                delete from intel.dropped
                 where person = :person
                   and (at < :since
                        or id in (select id
                                    from (select id, sum(octet_length(content)) over (order by at desc, id) as bytes
                                            from intel.dropped where person = :person) newest
                                   where bytes > :most))
                """)
                .param("person", dropped.person())
                .param("since", Timestamp.from(since))
                .param("most", MOST_BYTES - content.length)
                .update();
        jdbc.sql("""
                insert into intel.dropped (id, person, organisation, name, sha256, content, at)
                values (:id, :person, :organisation, :name, :sha256, :content, :at)
                """)
                .param("id", dropped.id())
                .param("person", dropped.person())
                .param("organisation", dropped.organisation())
                .param("name", dropped.name())
                .param("sha256", dropped.sha256())
                .param("content", content)
                .param("at", Timestamp.from(dropped.at()))
                .update();
    }

    Optional<Dropped> find(UUID id) {
        return jdbc.sql("""
                select id, person, organisation, name, sha256, octet_length(content) as size, at from intel.dropped
                 where id = :id
                """).param("id", id).query(DropStore::dropped).optional();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from intel.dropped where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    List<Dropped> waiting() {
        return jdbc.sql("""
                select id, person, organisation, name, sha256, octet_length(content) as size, at from intel.dropped
                 order by at desc, id limit :most
                """).param("most", SHOWN).query(DropStore::dropped).list();
    }

    /** Whether it was still there. */
    boolean discard(UUID id) {
        return jdbc.sql("delete from intel.dropped where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Dropped dropped(ResultSet row, int n) throws SQLException {
        return new Dropped(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("name"),
                row.getString("sha256"),
                row.getInt("size"),
                row.getTimestamp("at").toInstant());
    }
}
