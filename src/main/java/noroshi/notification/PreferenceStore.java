package noroshi.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how people want to be told. */
@Repository
class PreferenceStore {
    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Preference> mine() {
        return jdbc.sql("""
                select mail, digest, digest_hour, zone, quiet_from, quiet_until
                  from notification.setting where person = (select membership.reader())
                """).query(PreferenceStore::preference).optional();
    }

    boolean chosen() {
        return jdbc.sql("""
                select exists (select from notification.setting
                                where person = (select membership.reader()) and chosen_at is not null)
                """).query(Boolean.class).single();
    }

    void save(UUID person, Preference it, Instant nextDigest, Instant now) {
        jdbc.sql("""
                insert into notification.setting
                       (person, mail, digest, digest_hour, zone, quiet_from, quiet_until, digest_next, chosen_at)
                values (:person, :mail, :digest, :hour, :zone, :from, :until, :next, :now)
                on conflict (person) do update
                   set mail = excluded.mail, digest = excluded.digest, digest_hour = excluded.digest_hour,
                       zone = excluded.zone, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                       digest_next = excluded.digest_next, chosen_at = excluded.chosen_at
                """)
                .param("person", person)
                .param("mail", it.mail().name().toLowerCase(Locale.ROOT))
                .param("digest", it.digest())
                .param("hour", it.hour())
                .param("zone", it.zone().getId())
                .param("from", it.quiet().map(Preference.Quiet::from).orElse(null), Types.SMALLINT)
                .param("until", it.quiet().map(Preference.Quiet::until).orElse(null), Types.SMALLINT)
                .param("next", nextDigest.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void stop(UUID reader, Preferences.Stop which) {
        jdbc.sql("select notification.stop_mail(:reader, :which)")
                .param("reader", reader)
                .param("which", which.name())
                .query((row, n) -> n)
                .list();
    }

    private static Preference preference(ResultSet row, int n) throws SQLException {
        var from = row.getObject("quiet_from", Integer.class);
        var until = row.getObject("quiet_until", Integer.class);
        return new Preference(
                Preference.Mail.valueOf(row.getString("mail").toUpperCase(Locale.ROOT)),
                row.getBoolean("digest"),
                row.getInt("digest_hour"),
                ZoneId.of(row.getString("zone")),
                from == null || until == null ? Optional.empty() : Optional.of(new Preference.Quiet(from, until)));
    }
}
