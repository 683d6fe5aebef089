package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of rounds and of what could not be taken. */
@Repository
class RoundStore {
    private static final int MOST_RAW = 65_536;
    private static final int MOST_ROUNDS = 2_000;
    private static final int MOST_QUARANTINED = 5_000;

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Round round) {
        jdbc.sql("""
                insert into provider.round (id, provider, kind, began_at, ended_at, pages, received, taken, known, failed,
                                            withheld, fault, arguments)
                values (:id, :provider, :kind, :began, :ended, :pages, :received, :taken, :known, :failed, :withheld, :fault,
                        :arguments)
                """)
                .param("id", round.id())
                .param("provider", round.provider())
                .param("kind", round.kind().name())
                .param("began", Timestamp.from(round.beganAt()))
                .param("ended", Timestamp.from(round.endedAt()))
                .param("pages", round.pages())
                .param("received", round.received())
                .param("taken", round.taken())
                .param("known", round.known())
                .param("failed", round.failed())
                .param("withheld", round.withheld())
                .param("fault", round.fault())
                .param("arguments", round.arguments().toArray(String[]::new))
                .update();
        jdbc.sql("""
                delete from provider.round where id in (
                    select id from provider.round where provider = :provider order by began_at desc offset :most)
                """)
                .param("provider", round.provider())
                .param("most", MOST_ROUNDS)
                .update();
    }

    List<Round> of(UUID provider, Window window) {
        return jdbc.sql("""
                select id, provider, kind, began_at, ended_at, pages, received, taken, known, failed, withheld, fault, arguments
                  from provider.round where provider = :provider order by began_at desc, id limit :size offset :offset
                """)
                .param("provider", provider)
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> new Round(
                        row.getObject("id", UUID.class),
                        row.getObject("provider", UUID.class),
                        Round.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getInt("pages"),
                        row.getInt("received"),
                        row.getInt("taken"),
                        row.getInt("known"),
                        row.getInt("failed"),
                        row.getInt("withheld"),
                        row.getString("fault"),
                        ProviderStore.texts(row.getArray("arguments"))))
                .list();
    }

    void quarantine(UUID provider, String stixId, String reason, List<String> arguments, byte[] raw, Instant at) {
        jdbc.sql("""
                insert into provider.quarantined as q
                       (provider, sha256, stix_id, reason, arguments, raw, first_at, last_at, times)
                values (:provider, :sha, :stix, :reason, :arguments, :raw, :at, :at, 1)
                    on conflict (provider, sha256) do update set last_at = excluded.last_at, times = q.times + 1,
                       reason = excluded.reason, arguments = excluded.arguments
                """)
                .param("provider", provider)
                .param("sha", sha256(raw, stixId))
                .param("stix", stixId.replace("\0", ""))
                .param("reason", reason)
                .param("arguments", arguments.toArray(String[]::new))
                .param("raw", Arrays.copyOf(raw, Math.min(raw.length, MOST_RAW)))
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("""
                delete from provider.quarantined where provider = :provider and sha256 in (
                    select sha256 from provider.quarantined where provider = :provider order by last_at desc offset :most)
                """)
                .param("provider", provider)
                .param("most", MOST_QUARANTINED)
                .update();
    }

    List<Quarantined> quarantined(UUID provider, Window window) {
        return jdbc.sql("""
                select stix_id, reason, arguments, raw, first_at, last_at, times from provider.quarantined
                 where provider = :provider order by last_at desc, sha256 limit :size offset :offset
                """)
                .param("provider", provider)
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> new Quarantined(
                        row.getString("stix_id"),
                        row.getString("reason"),
                        ProviderStore.texts(row.getArray("arguments")),
                        new String(row.getBytes("raw"), StandardCharsets.UTF_8),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getInt("times")))
                .list();
    }

    private static byte[] sha256(byte[] raw, String stixId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(stixId.getBytes(StandardCharsets.UTF_8));
            return digest.digest(raw);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
