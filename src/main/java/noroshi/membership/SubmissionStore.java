package noroshi.membership;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what forms have sent. */
@Repository
class SubmissionStore {
    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that was begun and never came to an end may begin anew after a minute. */
    boolean begin(UUID submission) {
        jdbc.sql("delete from membership.submission where at < now() - interval '1 day'")
                .update();
        return jdbc.sql("""
                        insert into membership.submission (id) values (:id)
                        on conflict (id) do update set at = now()
                         where submission.location is null and submission.at < now() - interval '1 minute'
                        """).param("id", submission).update() == 1;
    }

    Optional<String> outcome(UUID submission) {
        return jdbc.sql("select location from membership.submission where id = :id and location is not null")
                .param("id", submission)
                .query(String.class)
                .optional();
    }

    void done(UUID submission, String location) {
        jdbc.sql("update membership.submission set location = :location where id = :id")
                .param("id", submission)
                .param("location", location)
                .update();
    }

    void forget(UUID submission) {
        jdbc.sql("delete from membership.submission where id = :id")
                .param("id", submission)
                .update();
    }
}
