package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.provider.Quarantined.Decided;
import noroshi.provider.Quarantined.Decision;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what could not be taken, and of what became of it. */
@Repository
class QuarantineStore {
    private static final int MOST_RAW = 65_536;
    private static final int MOST = 5_000;
    private static final String COLUMNS = """
            select encode(sha256, 'hex') as id, stix_id, reason, arguments, raw, first_at, last_at, times, decision,
                   decided_by, decided_at, why
              from provider.quarantined
            """;

    private final JdbcClient jdbc;

    QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what is RED no byte is kept. What comes again is counted; what somebody has decided on stays decided, however much waits beside it. */
    void put(UUID provider, String stixId, String reason, List<String> arguments, byte[] came, Instant at) {
        var raw = Red.mayBe(reason, came) ? new byte[0] : came;
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
                    select sha256 from provider.quarantined where provider = :provider and decision is null
                     order by last_at desc offset :most)
                """).param("provider", provider).param("most", MOST).update();
    }

    List<Quarantined> waiting(UUID provider, Window window) {
        return jdbc.sql(COLUMNS + """
                 where provider = :provider and decision is null order by last_at desc, sha256 limit :size offset :offset
                """)
                .param("provider", provider)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(QuarantineStore::quarantined)
                .list();
    }

    /** The latest decisions. */
    List<Quarantined> decided(UUID provider, int size) {
        return jdbc.sql(COLUMNS + """
                 where provider = :provider and decision is not null order by decided_at desc, sha256 limit :size
                """)
                .param("provider", provider)
                .param("size", size)
                .query(QuarantineStore::quarantined)
                .list();
    }

    /** A reason, and how many wait because of it. */
    List<Quarantine.Waiting> reasons(UUID provider) {
        return jdbc.sql("""
                select reason, count(*) as number
                  from provider.quarantined where provider = :provider and decision is null
                 group by reason order by number desc, reason
                """)
                .param("provider", provider)
                .query((row, n) -> new Quarantine.Waiting(row.getString("reason"), row.getInt("number")))
                .list();
    }

    List<String> ofReason(UUID provider, String reason, int most) {
        return jdbc.sql("""
                select encode(sha256, 'hex') from provider.quarantined
                 where provider = :provider and reason = :reason and decision is null
                 order by first_at, sha256 limit :most
                """)
                .param("provider", provider)
                .param("reason", reason)
                .param("most", most)
                .query(String.class)
                .list();
    }

    Optional<Quarantined> find(UUID provider, String id) {
        return jdbc.sql(COLUMNS + " where provider = :provider and sha256 = decode(:id, 'hex')")
                .param("provider", provider)
                .param("id", id)
                .query(QuarantineStore::quarantined)
                .optional();
    }

    byte[] raw(UUID provider, String id) {
        return jdbc.sql(
                        "select raw from provider.quarantined where provider = :provider and sha256 = decode(:id, 'hex')")
                .param("provider", provider)
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Whether nobody had decided before. */
    boolean decide(UUID provider, String id, Decided decided) {
        return jdbc.sql("""
                        update provider.quarantined
                           set decision = :decision, decided_by = :by, decided_at = :at, why = :why
                         where provider = :provider and sha256 = decode(:id, 'hex') and decision is null
                        """)
                        .param("decision", decided.decision().name())
                        .param("by", decided.by())
                        .param("at", Timestamp.from(decided.at()))
                        .param("why", decided.why())
                        .param("provider", provider)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** It was tried again and refused again. */
    void still(UUID provider, String id, String reason, List<String> arguments) {
        jdbc.sql("""
                update provider.quarantined set reason = :reason, arguments = :arguments
                 where provider = :provider and sha256 = decode(:id, 'hex') and decision is null
                """)
                .param("reason", reason)
                .param("arguments", arguments.toArray(String[]::new))
                .param("provider", provider)
                .param("id", id)
                .update();
    }

    private static Quarantined quarantined(ResultSet row, int n) throws SQLException {
        var raw = row.getBytes("raw");
        return new Quarantined(
                row.getString("id"),
                row.getString("stix_id"),
                row.getString("reason"),
                ProviderStore.texts(row.getArray("arguments")),
                new String(raw, StandardCharsets.UTF_8),
                raw.length >= MOST_RAW,
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                row.getInt("times"),
                decided(row));
    }

    private static Optional<Decided> decided(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        return decision == null
                ? Optional.empty()
                : Optional.of(new Decided(
                        Decision.valueOf(decision),
                        row.getObject("decided_by", UUID.class),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("why")));
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
