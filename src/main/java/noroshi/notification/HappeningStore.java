package noroshi.notification;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what happened and of spreading it. */
@Repository
class HappeningStore {
    private final JdbcClient jdbc;

    HappeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Happening it) {
        jdbc.sql("""
                insert into notification.happening (what, topic, subject, person, version, step, at)
                values (:what, :topic, :subject, :person, :version, :step, :at)
                """)
                .param("what", it.what().name())
                .param("topic", it.topic(), Types.OTHER)
                .param("subject", it.subject(), Types.OTHER)
                .param("person", it.person(), Types.OTHER)
                .param("version", it.version(), Types.INTEGER)
                .param("step", it.step())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Spreads one happening; how many were told, or nothing when there is none to spread. */
    OptionalInt spread(Instant now, Instant firstDigest, ZoneId zone, Duration patience) {
        var told = jdbc.sql("select notification.spread(:now, :digest, :zone, make_interval(secs => :patience))")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("digest", firstDigest.atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .param("patience", (double) patience.toSeconds())
                .query((row, n) -> row.getObject(1, Integer.class))
                .list()
                .getFirst();
        return told == null ? OptionalInt.empty() : OptionalInt.of(told);
    }
}
