package noroshi.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what waits at the desk. */
@Repository
class DutyStore {
    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int unacknowledged() {
        return count("select count(*) from desk.standing where until is null and status = 'SUBMITTED'");
    }

    int askedForHelp() {
        return count("""
                select count(*) from desk.support
                 where verdict is null and ended_at is null and desk.answers_for(office)
                """);
    }

    int impactsAsked() {
        return count("select count(*) from desk.inquiry where answered_at is null and desk.answers_for(office)");
    }

    int proposals() {
        return count("select count(*) from desk.proposal where verdict is null and desk.ours(matter)");
    }

    int toConfirm() {
        return count("""
                select count(*) from desk.reporter
                 where recorded_by is not null and confirmed_at is null and desk.ours(matter)
                """);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
