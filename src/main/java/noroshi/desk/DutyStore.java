package noroshi.desk;

import java.util.Map;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.stereotype.Repository;

/** The SQL of what waits at the desk. */
@Repository
class DutyStore {
    private final Together together;

    DutyStore(Together together) {
        this.together = together;
    }

    Supplier<Integer> unacknowledged() {
        return count("select count(*) from desk.standing where until is null and status = 'SUBMITTED'");
    }

    Supplier<Integer> askedForHelp() {
        return count("""
                select count(*) from desk.support
                 where verdict is null and ended_at is null and desk.answers_for(office)
                """);
    }

    Supplier<Integer> impactsAsked() {
        return count("select count(*) from desk.inquiry where answered_at is null and desk.answers_for(office)");
    }

    Supplier<Integer> proposals() {
        return count("select count(*) from desk.proposal where verdict is null and desk.ours(matter)");
    }

    Supplier<Integer> toConfirm() {
        return count("""
                select count(*) from desk.reporter
                 where recorded_by is not null and confirmed_at is null and desk.ours(matter)
                """);
    }

    private Supplier<Integer> count(String sql) {
        return together.later(sql, Question.count(sql, Map.of()));
    }
}
