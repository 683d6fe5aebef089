package noroshi.provider;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of times that are fetched once more; one for each provider. */
@Repository
class ReplayStore {
    private final JdbcClient jdbc;

    ReplayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Replay> of(UUID provider) {
        return jdbc.sql("""
                select from_at, to_at, added_after, next, rounds, failures from provider.replay where provider = :provider
                """)
                .param("provider", provider)
                .query((row, n) -> new Replay(
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        row.getString("added_after"),
                        row.getString("next"),
                        row.getInt("rounds"),
                        row.getInt("failures")))
                .optional();
    }

    /** Takes the place of one that is under way. */
    void begin(UUID provider, Instant from, Instant to, Instant at) {
        jdbc.sql("""
                insert into provider.replay (provider, from_at, to_at, asked_at) values (:provider, :from, :to, :at)
                on conflict (provider) do update
                   set from_at = excluded.from_at, to_at = excluded.to_at, asked_at = excluded.asked_at, added_after = '',
                       next = '', rounds = 0, failures = 0
                """)
                .param("provider", provider)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** After each page: a round that is broken off here goes on here. */
    void reached(UUID provider, String addedAfter, String next) {
        jdbc.sql("update provider.replay set added_after = :after, next = :next where provider = :provider")
                .param("provider", provider)
                .param("after", addedAfter)
                .param("next", next)
                .update();
    }

    void tried(UUID provider, boolean well) {
        jdbc.sql("""
                update provider.replay
                   set rounds = rounds + 1, failures = case when :well then 0 else failures + 1 end
                 where provider = :provider
                """).param("provider", provider).param("well", well).update();
    }

    void end(UUID provider) {
        jdbc.sql("delete from provider.replay where provider = :provider")
                .param("provider", provider)
                .update();
    }
}
