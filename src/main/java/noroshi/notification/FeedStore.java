package noroshi.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of secret addresses. */
@Repository
class FeedStore {
    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> madeAt() {
        return jdbc.sql("""
                select made_at from notification.feed f
                 where person = (select membership.reader())
                   and not exists (select from membership.recovery r where r.person = f.person and r.used_at >= f.made_at)
                """)
                .query((row, n) -> row.getTimestamp("made_at").toInstant())
                .optional();
    }

    /** The language a person reads in. */
    String locale(UUID person) {
        return jdbc.sql("select locale from membership.person where id = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    void save(UUID person, Secret secret, Instant now) {
        jdbc.sql("""
                insert into notification.feed (person, token, made_at) values (:person, :token, :now)
                on conflict (person) do update set token = excluded.token, made_at = excluded.made_at
                """)
                .param("person", person)
                .param("token", secret.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove() {
        jdbc.sql("delete from notification.feed where person = (select membership.reader())")
                .update();
    }

    Optional<UUID> reader(Secret secret) {
        return jdbc.sql("select notification.feed_reader(:token) as person")
                .param("token", secret.hash())
                .query((row, n) -> Optional.ofNullable(row.getObject("person", UUID.class)))
                .single();
    }
}
