package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the desk's macros. */
@Repository
class MacroStore {
    private final JdbcClient jdbc;

    MacroStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Macro> macros() {
        return jdbc.sql("select id, name, body from desk.macro where ended_at is null order by name")
                .query((row, n) -> new Macro(MatterStore.id(row, "id"), row.getString("name"), row.getString("body")))
                .list();
    }

    boolean insert(Macro it) {
        return jdbc.sql("insert into desk.macro (id, name, body) values (:id, :name, :body) on conflict do nothing")
                        .param("id", it.id())
                        .param("name", it.name())
                        .param("body", it.body())
                        .update()
                == 1;
    }

    boolean end(UUID id, Instant now) {
        return jdbc.sql("update desk.macro set ended_at = :now where id = :id and ended_at is null")
                        .param("id", id)
                        .param("now", MatterStore.at(now))
                        .update()
                == 1;
    }
}
