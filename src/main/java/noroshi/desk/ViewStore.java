package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the board's look: kept views, and whether anything has moved. */
@Repository
class ViewStore {
    private static final Question<String> PULSE =
            Question.single("select coalesce(desk.pulse(), '')", Map.of(), (row, n) -> row.getString(1));

    private final JdbcClient jdbc;
    private final Together together;

    ViewStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    List<SavedView> views() {
        return jdbc.sql("select id, name, query from desk.view order by name")
                .query((row, n) ->
                        new SavedView(MatterStore.id(row, "id"), row.getString("name"), row.getString("query")))
                .list();
    }

    void keep(String name, String query, Actor actor) {
        jdbc.sql("""
                insert into desk.view (person, name, query) values (:person, :name, :query)
                on conflict (person, name) do update set query = excluded.query
                """)
                .param("person", actor.person())
                .param("name", name)
                .param("query", query)
                .update();
    }

    boolean forget(UUID id) {
        return jdbc.sql("delete from desk.view where id = :id").param("id", id).update() == 1;
    }

    /** Numbers that change when anything on the board does; nothing of what it is, and nothing for anybody else. */
    String pulse() {
        return together.ask(PULSE, PULSE);
    }
}
