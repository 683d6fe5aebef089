package noroshi.desk;

import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the board's look: kept views, and whether anything has moved. */
@Repository
class ViewStore {
    private final JdbcClient jdbc;

    ViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Numbers that change when anything on the board does; nothing of what it is. */
    String pulse() {
        return jdbc.sql("""
                select concat_ws('.',
                    (select count(*) from desk.standing),
                    (select extract(epoch from max(since)) from desk.standing),
                    (select extract(epoch from max(waiting_since)) from desk.matter where waiting_since is not null),
                    (select count(*) from desk.matter where waiting_since is not null),
                    (select count(*) from desk.support), (select count(*) from desk.support where verdict is not null),
                    (select count(*) from desk.call), (select count(*) from desk.call where closed_at is not null))
                """).query(String.class).single();
    }
}
