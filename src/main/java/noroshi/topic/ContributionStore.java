package noroshi.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what waits for an answer, and of what a reader gave and got. */
@Repository
class ContributionStore {
    private final JdbcClient jdbc;

    ContributionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> ids(Instant since, Instant before, int atMost) {
        return jdbc.sql("select id from topic.unanswered(:since, :before, :most) as id")
                .param("since", TopicStore.at(since))
                .param("before", TopicStore.at(before))
                .param("most", atMost)
                .query(UUID.class)
                .list();
    }

    boolean leads() {
        return jdbc.sql("""
                select exists (select from membership.belonging b
                                where b.person = membership.reader() and b.circle = 'community' and b.role = 'lead'
                                  and b.since <= now() and (b.until is null or b.until > now()))
                """).query(Boolean.class).single();
    }

    GiveAndTake giveAndTake(Instant since, Instant before) {
        return jdbc.sql("""
                select posts, questions, comments, thanks_given, votes, answers, thanks, accepted, readers
                  from topic.give_and_take(:since, :before)
                """)
                .param("since", TopicStore.at(since))
                .param("before", TopicStore.at(before))
                .query((row, n) -> new GiveAndTake(
                        row.getInt("posts"),
                        row.getInt("questions"),
                        row.getInt("comments"),
                        row.getInt("thanks_given"),
                        row.getInt("votes"),
                        row.getInt("answers"),
                        row.getInt("thanks"),
                        row.getInt("accepted"),
                        row.getInt("readers")))
                .single();
    }
}
