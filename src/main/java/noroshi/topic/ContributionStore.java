package noroshi.topic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what waits for an answer, and of what a reader gave and got. */
@Repository
class ContributionStore {
    private final JdbcClient jdbc;
    private final Together together;

    ContributionStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    Supplier<List<UUID>> ids(Instant since, Instant before, int atMost) {
        return together.later(
                "unanswered",
                Question.list(
                        "select id from topic.unanswered(:since, :before, :most) as id",
                        Map.of("since", TopicStore.at(since), "before", TopicStore.at(before), "most", atMost),
                        (row, n) -> Rows.id(row, "id")));
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

    List<Contribution> parts(Contribution.What what, Instant since, Instant before) {
        return jdbc.sql("""
                select t.id, coalesce(t.title, '') as title, c.person, c.number
                  from topic.given_and_got(:what, :since, :before) c
                  left join topic.readable t on t.id = c.topic
                 order by t.published_at desc nulls last, c.number desc, t.id, c.person
                """)
                .param("what", what.name())
                .param("since", TopicStore.at(since))
                .param("before", TopicStore.at(before))
                .query((row, n) -> new Contribution(
                        Optional.ofNullable(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        Optional.ofNullable(row.getObject("person", UUID.class)),
                        row.getLong("number")))
                .list();
    }
}
