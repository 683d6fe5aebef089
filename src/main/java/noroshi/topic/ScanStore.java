package noroshi.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what scanners said. */
@Repository
class ScanStore {
    private final JdbcClient jdbc;

    ScanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void await(StoredFile stored, Instant now) {
        jdbc.sql("select topic.await_scan(:storage, :nonce, :now)")
                .param("storage", stored.storage())
                .param("nonce", stored.nonce())
                .param("now", TopicStore.at(now))
                .query((row, n) -> n)
                .list();
    }

    Scan of(UUID storage) {
        return jdbc.sql("select state, signature from topic.scan_of(:storage)")
                .param("storage", storage)
                .query((row, n) -> new Scan(Scan.State.valueOf(row.getString("state")), row.getString("signature")))
                .optional()
                .orElse(Scan.WAITING);
    }

    void note(UUID storage, Scan scan) {
        jdbc.sql("select topic.note_scan(:storage, :state, :signature)")
                .param("storage", storage)
                .param("state", scan.state().name())
                .param("signature", scan.signature())
                .query((row, n) -> n)
                .list();
    }

    /** Files whose turn has come; each is handed out once until its next turn. */
    List<StoredFile> take(Instant now, Instant triedBefore, int most) {
        return jdbc.sql("select storage, nonce from topic.take_scans(:now, :before, :most)")
                .param("now", TopicStore.at(now))
                .param("before", TopicStore.at(triedBefore))
                .param("most", most)
                .query((row, n) -> new StoredFile(Rows.id(row, "storage"), row.getBytes("nonce")))
                .list();
    }
}
