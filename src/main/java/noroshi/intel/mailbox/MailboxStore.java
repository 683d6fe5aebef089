package noroshi.intel.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** SQL of what came by mail. */
@Repository
class MailboxStore {
    private static final int SHOWN = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    MailboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it if it is new; why it was refused, now or before, and empty when it was taken. */
    Optional<Refused> came(Letter letter, Instant now) {
        return came(UUID.randomUUID(), letter, now);
    }

    /** The same, under this id if it is new. */
    Optional<Refused> came(UUID mail, Letter letter, Instant now) {
        var files = letter.files();
        var stands = jdbc.sql("""
                        select intel.mail_came(:id, :digest, :sender, :subject, nullif(:label, ''), :leftOut::jsonb, :refused,
                                               :now, :names::text[], :hashes::text[], :contents::bytea[])
                        """)
                .param("id", mail)
                .param("digest", letter.digest())
                .param("sender", letter.sender())
                .param("subject", plain(letter.subject()))
                .param("label", letter.label().map(Enum::name).orElse(""))
                .param("leftOut", JSON.writeValueAsString(letter.leftOut()))
                .param("refused", letter.refused().map(Enum::name).orElse(""))
                .param("now", Timestamp.from(now))
                .param("names", files.stream().map(file -> plain(file.name())).toArray(String[]::new))
                .param(
                        "hashes",
                        files.stream().map(file -> sha256(file.content())).toArray(String[]::new))
                .param("contents", files.stream().map(Letter.File::content).toArray(byte[][]::new))
                .query(String.class)
                .single();
        return stands.isEmpty() ? Optional.empty() : Optional.of(Refused.valueOf(stands));
    }

    /** Whether something of this mail waits, and nothing of another that came within the hour before. */
    boolean anew(UUID mail) {
        return jdbc.sql("select intel.mail_anew(:mail)")
                .param("mail", mail)
                .query(Boolean.class)
                .single();
    }

    private static String plain(String text) {
        return text.replace("\0", "");
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Head.sha256().digest(content));
    }

    /** How much waits in the drop-box. */
    record Waiting(long things, long bytes) {}

    Waiting waiting() {
        return jdbc.sql("select things, bytes from intel.mail_waiting()")
                .query((row, n) -> new Waiting(row.getLong("things"), row.getLong("bytes")))
                .single();
    }

    /** Notes how a visit ended; without trouble it was to its end. */
    void tried(Instant now, Optional<Fault> fault) {
        jdbc.sql("select intel.mailbox_tried(:now, :trouble, :words)")
                .param("now", Timestamp.from(now))
                .param("trouble", fault.map(each -> each.trouble().name()).orElse(""))
                .param("words", plain(fault.map(Fault::words).orElse("")))
                .query((row, n) -> n)
                .list();
    }

    Optional<Mailbox.Visit> last() {
        return jdbc.sql("select tried_at, read_at, trouble, words from intel.mailbox")
                .query(MailboxStore::visit)
                .optional();
    }

    private static Mailbox.Visit visit(ResultSet row, int n) throws SQLException {
        var trouble = row.getString("trouble");
        return new Mailbox.Visit(
                row.getTimestamp("tried_at").toInstant(),
                instant(row.getTimestamp("read_at")),
                trouble.isEmpty() ? Optional.empty() : Optional.of(Trouble.valueOf(trouble)),
                row.getString("words"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }

    /** The newest of which nothing waits. */
    List<Mailbox.Returned> refused() {
        return jdbc.sql("""
                        select sender, subject, refused, at from intel.mailed
                         where refused <> '' order by at desc, id limit :most
                        """)
                .param("most", SHOWN)
                .query((row, n) -> new Mailbox.Returned(
                        row.getString("sender"),
                        row.getString("subject"),
                        Refused.valueOf(row.getString("refused")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
