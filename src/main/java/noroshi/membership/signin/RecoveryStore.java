package noroshi.membership.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of recoveries. */
@Repository
class RecoveryStore {
    private static final String UNDER_WAY = """
            select id, person, reason, requested_by, requested_at, opens_at
              from membership.recovery
             where used_at is null and stopped_at is null and ends_at > now()
            """;

    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when one is under way for this person already. */
    boolean request(UUID person, String reason, UUID by) {
        jdbc.sql("""
                update membership.recovery set stopped_at = now()
                 where person = :person and used_at is null and stopped_at is null and ends_at <= now()
                """).param("person", person).update();
        return jdbc.sql("""
                        insert into membership.recovery (person, reason, requested_by)
                        values (:person, :reason, :by)
                        on conflict (person) where used_at is null and stopped_at is null do nothing
                        """)
                        .param("person", person)
                        .param("reason", reason)
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Recovery> underWay() {
        return jdbc.sql(UNDER_WAY + "order by requested_at, id limit 200")
                .query(RecoveryStore::recovery)
                .list();
    }

    Optional<Recovery> of(UUID person) {
        return jdbc.sql(UNDER_WAY + "and person = :person")
                .param("person", person)
                .query(RecoveryStore::recovery)
                .optional();
    }

    Optional<Recovery> lock(UUID id) {
        return jdbc.sql(UNDER_WAY + "and id = :id for update")
                .param("id", id)
                .query(RecoveryStore::recovery)
                .optional();
    }

    Optional<Recovery> behind(Secret token) {
        return jdbc.sql(UNDER_WAY + "and token = :token for update")
                .param("token", token.hash())
                .query(RecoveryStore::recovery)
                .optional();
    }

    void confirm(UUID id, Secret token, Duration pause, UUID by) {
        jdbc.sql("""
                update membership.recovery
                   set confirmed_by = :by, confirmed_at = now(), token = :token,
                       opens_at = now() + :pause * interval '1 second',
                       ends_at = now() + :pause * interval '1 second' + interval '2 days'
                 where id = :id and confirmed_by is null
                """)
                .param("id", id)
                .param("by", by)
                .param("token", token.hash())
                .param("pause", pause.toSeconds())
                .update();
    }

    void stop(UUID id, UUID by) {
        jdbc.sql("update membership.recovery set stopped_at = now(), stopped_by = :by where id = :id")
                .param("id", id)
                .param("by", by)
                .update();
    }

    boolean use(UUID id) {
        return jdbc.sql("""
                        update membership.recovery set used_at = now()
                         where id = :id and used_at is null and stopped_at is null
                           and opens_at <= now() and ends_at > now()
                        """).param("id", id).update() == 1;
    }

    private static Recovery recovery(ResultSet row, int n) throws SQLException {
        return new Recovery(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("reason"),
                row.getObject("requested_by", UUID.class),
                row.getTimestamp("requested_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("opens_at")).map(at -> at.toInstant()));
    }
}
