package noroshi.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of messages on their way. */
@Repository
class MailStore {
    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message whose time has come: of an item, of a day, or to try whether it arrives.
     *
     * @param trial what its link confirms
     */
    record Claimed(
            UUID id,
            Actor to,
            Optional<String> address,
            String locale,
            Optional<UUID> item,
            Optional<LocalDate> digest,
            Weight weight,
            int tries,
            UUID stop,
            Instant madeAt,
            Optional<UUID> trial) {}

    int resume(Instant now) {
        return jdbc.sql("select notification.resume(:now)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    List<Claimed> claim(Instant now, int atMost) {
        return jdbc.sql("select * from notification.claim(:now, :most)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, n) -> new Claimed(
                        row.getObject("mail", UUID.class),
                        new Actor(
                                row.getObject("person", UUID.class),
                                row.getObject("organisation", UUID.class),
                                Set.of(),
                                "job"),
                        Optional.ofNullable(row.getString("address")),
                        row.getString("locale"),
                        Optional.ofNullable(row.getObject("item", UUID.class)),
                        Optional.ofNullable(row.getObject("digest_day", LocalDate.class)),
                        Weight.of(row.getString("weight")),
                        row.getInt("tries"),
                        row.getObject("stop", UUID.class),
                        row.getTimestamp("made_at").toInstant(),
                        Optional.ofNullable(row.getObject("trial", UUID.class))))
                .list();
    }

    void leftAs(UUID mail, String state, Instant now, @Nullable Instant again, @Nullable Tlp tlp, String said) {
        jdbc.sql("select notification.left_as(:mail, :state, :now, :again, :tlp, :said)")
                .param("mail", mail)
                .param("state", state)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "again",
                        again == null ? null : again.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("tlp", tlp == null ? null : tlp.name(), java.sql.Types.VARCHAR)
                .param("said", said)
                .query((row, n) -> n)
                .list();
    }

    /** The line went dead after the words were said: it leaves again, or is given up, and is counted. */
    void perhapsTaken(UUID mail, Instant now, @Nullable Instant again, String said) {
        jdbc.sql("select notification.perhaps_taken(:mail, :now, :again, :said)")
                .param("mail", mail)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "again",
                        again == null ? null : again.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("said", said)
                .query((row, n) -> n)
                .list();
    }

    void keep(Letter letter) {
        jdbc.sql("select notification.keep(:mail, :subject, :body)")
                .param("mail", letter.id())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .query((row, n) -> n)
                .list();
    }
}
