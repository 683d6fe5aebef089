package noroshi.topic;

import java.sql.Types;
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

/** The SQL of summaries. */
@Repository
class SummaryStore {
    private final JdbcClient jdbc;
    private final Together together;

    SummaryStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    Supplier<List<Summary>> all(UUID topic) {
        return together.later(
                Beside.key("summaries", topic),
                Question.list(
                        """
                        select number, author, organisation, author is null as hidden, body, at
                          from topic.summary
                         where topic = :topic
                         order by number desc
                        """,
                        Map.of("topic", topic),
                        (row, n) -> new Summary(
                                row.getInt("number"),
                                Rows.author(row),
                                row.getString("body"),
                                Rows.instant(row, "at"))));
    }

    /** Until the transaction ends nobody else writes it. */
    void hold(UUID topic) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('summary ' || :topic, 0))")
                .param("topic", topic.toString())
                .query((row, n) -> n)
                .list();
    }

    void insert(UUID topic, String body, Author author, Instant now) {
        hold(topic);
        var known = author instanceof Author.Known open ? Optional.of(open) : Optional.<Author.Known>empty();
        jdbc.sql("""
                insert into topic.summary (topic, number, author, organisation, body, at)
                select :topic, coalesce(max(number), 0) + 1, :author, :organisation, :body, :now
                  from topic.summary where topic = :topic
                """)
                .param("topic", topic)
                .param("author", known.map(Author.Known::person).orElse(null), Types.OTHER)
                .param("organisation", known.map(Author.Known::organisation).orElse(null), Types.OTHER)
                .param("body", body)
                .param("now", TopicStore.at(now))
                .update();
    }
}
