package noroshi.topic;

import java.time.Instant;
import java.util.List;
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
        return jdbc.sql("select id, name, query from topic.saved_search order by name, id")
                .query((row, n) -> new SavedSearch(Rows.id(row, "id"), row.getString("name"), row.getString("query")))
                .list();
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

    void forget(UUID id) {
        jdbc.sql("delete from topic.saved_search where id = :id")
                .param("id", id)
                .update();
    }
}
