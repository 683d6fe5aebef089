package noroshi.membership.signin;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of counted tries. */
@Repository
class AttemptStore {
    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more and says how many there were in the window. */
    int count(String subject, Duration window) {
        return jdbc.sql("""
                insert into membership.attempts as a (subject, since, tries) values (:subject, now(), 1)
                on conflict (subject) do update
                   set tries = case when a.since < now() - :window * interval '1 second' then 1 else a.tries + 1 end,
                       since = case when a.since < now() - :window * interval '1 second' then now() else a.since end
                returning tries
                """)
                .param("subject", subject)
                .param("window", window.toSeconds())
                .query(Integer.class)
                .single();
    }

    void forget(String subject) {
        jdbc.sql("delete from membership.attempts where subject = :subject")
                .param("subject", subject)
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from membership.attempts where since < now() - interval '1 day'")
                .update();
    }
}
