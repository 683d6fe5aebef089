package noroshi.desk;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what agencies say they can help with. */
@Repository
class CapabilityStore {
    private final JdbcClient jdbc;

    CapabilityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all agencies for the desk, their own for everybody else. */
    List<Capability> capabilities() {
        return jdbc.sql("select office, cause, kinds, words, declared_at from desk.capability order by office, cause")
                .query((row, n) -> new Capability(
                        MatterStore.id(row, "office"),
                        Cause.valueOf(row.getString("cause")),
                        Arrays.stream((String[]) row.getArray("kinds").getArray())
                                .map(SupportKind::valueOf)
                                .collect(Collectors.toSet()),
                        row.getString("words"),
                        MatterStore.instant(row, "declared_at")))
                .list();
    }

    void declare(Capability it, Actor actor) {
        jdbc.sql("""
                insert into desk.capability (office, cause, kinds, words, declared_at, declared_by)
                values (:office, :cause, :kinds, :words, :at, :by)
                on conflict (office, cause) do update
                   set kinds = excluded.kinds, words = excluded.words, declared_at = excluded.declared_at,
                       declared_by = excluded.declared_by
                """)
                .param("office", it.office())
                .param("cause", it.cause().name())
                .param("kinds", it.kinds().stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("words", it.words())
                .param("at", MatterStore.at(it.declaredAt()))
                .param("by", actor.person())
                .update();
    }

    boolean end(UUID office, Cause cause) {
        return jdbc.sql("delete from desk.capability where office = :office and cause = :cause")
                        .param("office", office)
                        .param("cause", cause.name())
                        .update()
                == 1;
    }

    boolean holds(UUID office) {
        return jdbc.sql("select desk.answers_for(:office)")
                .param("office", office)
                .query(Boolean.class)
                .single();
    }
}
