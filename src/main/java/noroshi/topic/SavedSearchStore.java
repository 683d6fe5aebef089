package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of kept searches; the wall shows everybody their own. */
@Repository
class SavedSearchStore {
    private final JdbcClient jdbc;

    SavedSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedSearch> all() {
        return jdbc.sql(
                        "select id, name, query, told_since is not null as told from topic.saved_search order by name, id")
                .query(SavedSearchStore::map)
                .list();
    }

    Optional<SavedSearch> find(UUID id) {
        return jdbc.sql("select id, name, query, told_since is not null as told from topic.saved_search where id = :id")
                .param("id", id)
                .query(SavedSearchStore::map)
                .optional();
    }

    private static SavedSearch map(ResultSet row, int n) throws SQLException {
        return new SavedSearch(
                Rows.id(row, "id"), row.getString("name"), row.getString("query"), row.getBoolean("told"));
    }

    void keep(UUID person, String name, String query, Instant now) {
        jdbc.sql("""
                insert into topic.saved_search (person, name, query, at) values (:person, :name, :query, :now)
                on conflict (person, name) do update set query = excluded.query, at = excluded.at
                """)
                .param("person", person)
                .param("name", name)
                .param("query", query)
                .param("now", TopicStore.at(now))
                .update();
    }

    int tell(UUID id, Optional<Instant> since) {
        return jdbc.sql("update topic.saved_search set told_since = :since, looked_at = :since where id = :id")
                .param("id", id)
                .param("since", since.map(TopicStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** A search to be looked through. */
    record Due(UUID search, UUID person, Instant since) {}

    List<Due> take(Instant now, Instant before, int atMost) {
        return jdbc.sql("select search, person, since from topic.take_searches(:now, :before, :most)")
                .param("now", TopicStore.at(now))
                .param("before", TopicStore.at(before))
                .param("most", atMost)
                .query((row, n) -> new Due(Rows.id(row, "search"), Rows.id(row, "person"), Rows.instant(row, "since")))
                .list();
    }

    /** Whether it is the first time. */
    boolean match(UUID search, UUID person, UUID topic, Instant now) {
        return jdbc.sql("""
                insert into topic.search_match (search, person, topic, at) values (:search, :person, :topic, :now)
                on conflict do nothing
                """)
                        .param("search", search)
                        .param("person", person)
                        .param("topic", topic)
                        .param("now", TopicStore.at(now))
                        .update()
                > 0;
    }

    boolean forget(UUID id) {
        return jdbc.sql("delete from topic.saved_search where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }
}
