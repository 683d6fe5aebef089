package noroshi.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of digests. */
@Repository
class DigestStore {
    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody whose hour has come. */
    record Due(UUID person, ZoneId zone, int hour) {}

    List<Due> due(Instant now, int atMost) {
        return jdbc.sql("select person, zone, hour from notification.due_digests(:now, :most)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, n) -> new Due(
                        row.getObject("person", UUID.class), ZoneId.of(row.getString("zone")), row.getInt("hour")))
                .list();
    }

    boolean gather(UUID person, LocalDate day, Instant now, Instant next) {
        return jdbc.sql("select notification.gather(:person, :day, :now, :next)")
                .param("person", person)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("next", next.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
