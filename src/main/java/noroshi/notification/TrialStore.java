package noroshi.notification;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.notification.Trial.Unconfirmed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of messages that people send themselves. */
@Repository
class TrialStore {
    private final JdbcClient jdbc;

    TrialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of the reader's own. */
    record Known(
            Instant asked,
            Dispatch.State state,
            Optional<Instant> done,
            String reply,
            Optional<Instant> arrived,
            boolean same) {}

    /** Says {@code asked}, {@code soon} or {@code no_address}. */
    String ask(Instant now) {
        return jdbc.sql("select notification.try_mail(:now)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    Optional<Known> mine() {
        return jdbc.sql("select * from notification.my_trial()")
                .query((row, n) -> new Known(
                        row.getTimestamp("asked_at").toInstant(),
                        Dispatch.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant),
                        row.getString("reply"),
                        Optional.ofNullable(row.getTimestamp("arrived_at")).map(Timestamp::toInstant),
                        row.getBoolean("same")))
                .optional();
    }

    boolean arrived(UUID code, Instant now) {
        return jdbc.sql("select notification.arrived(:code, :now)")
                .param("code", code)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Of an organisation's people, for its administrator. */
    List<Unconfirmed> unconfirmed(UUID organisation, Instant before) {
        return jdbc.sql("select person, at from notification.unconfirmed(:organisation, :before) order by at, person")
                .param("organisation", organisation, Types.OTHER)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Unconfirmed(
                        row.getObject("person", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
