package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** By organisation: of all agencies for the desk, their own for everybody else. */
    Map<UUID, List<Capability>> capabilities() {
        var said = new HashMap<UUID, List<Capability>>();
        jdbc.sql("""
                select f.organisation, c.office, c.cause, c.kinds, c.words, c.declared_at
                  from desk.capability c join membership.office f on f.id = c.office
                 order by c.office, c.cause
                """).query(row -> {
            said.computeIfAbsent(MatterStore.id(row, "organisation"), organisation -> new ArrayList<>())
                    .add(capability(row));
        });
        return said;
    }

    private static Capability capability(ResultSet row) throws SQLException {
        return new Capability(
                MatterStore.id(row, "office"),
                Cause.valueOf(row.getString("cause")),
                Arrays.stream((String[]) row.getArray("kinds").getArray())
                        .map(SupportKind::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("words"),
                MatterStore.instant(row, "declared_at"));
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

    /** Whether the reader keeps this organisation's window today; one that has none is kept by nobody. */
    boolean holds(UUID organisation) {
        return jdbc.sql("""
                select exists (select from membership.office
                                where kind = 'window' and organisation = :organisation and desk.answers_for(id))
                """)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }
}
