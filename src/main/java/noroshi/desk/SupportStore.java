package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of help by agencies. */
@Repository
class SupportStore {
    private static final String SELECT = """
            select id, organisation, office, kinds, mode, words, scope, ends_on, asked_at, verdict, answer, answered_at,
                   ended_at
              from desk.support
            """;

    private final JdbcClient jdbc;

    SupportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Support> of(UUID matter) {
        return jdbc.sql(SELECT + " where matter = :matter order by asked_at, id")
                .param("matter", matter)
                .query(this::support)
                .list();
    }

    Optional<Support> lock(UUID matter, UUID support) {
        return jdbc.sql(SELECT + " where id = :id and matter = :matter for update")
                .param("id", support)
                .param("matter", matter)
                .query(this::support)
                .optional();
    }

    /** Whether the reader holds the office that was asked. */
    boolean holds(UUID office) {
        return jdbc.sql("select desk.answers_for(:office)")
                .param("office", office)
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> insert(UUID matter, UUID office, NewSupport it, Instant now, Actor actor) {
        var id = UUID.randomUUID();
        var inserted = jdbc.sql("""
                insert into desk.support (id, matter, organisation, office, kinds, mode, words, scope, ends_on, asked_at,
                                          asked_by)
                values (:id, :matter, :organisation, :office, :kinds, :mode, :words, :scope, :endsOn, :now, :by)
                on conflict do nothing
                """)
                .param("id", id)
                .param("matter", matter)
                .param("organisation", it.organisation())
                .param("office", office)
                .param("kinds", it.kinds().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("mode", it.mode().name())
                .param("words", it.words())
                .param("scope", it.scope())
                .param("endsOn", it.endsOn().orElse(null), Types.DATE)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
        return inserted == 1 ? Optional.of(id) : Optional.empty();
    }

    void answer(UUID support, Support.Verdict verdict, String words, Instant now, Actor actor) {
        jdbc.sql("""
                update desk.support set verdict = :verdict, answer = :words, answered_at = :now, answered_by = :by
                 where id = :id
                """)
                .param("id", support)
                .param("verdict", verdict.name())
                .param("words", words)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
    }

    UUID find(UUID support, String body, Instant now, Actor actor) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        "insert into desk.finding (id, support, at, person, body) values (:id, :support, :now, :person, :body)")
                .param("id", id)
                .param("support", support)
                .param("now", MatterStore.at(now))
                .param("person", actor.person())
                .param("body", body)
                .update();
        return id;
    }

    void end(UUID support, Instant now, Actor actor) {
        jdbc.sql("update desk.support set ended_at = :now, ended_by = :by where id = :id")
                .param("id", support)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
    }

    private Support support(ResultSet row, int n) throws SQLException {
        var id = MatterStore.id(row, "id");
        return new Support(
                id,
                MatterStore.id(row, "organisation"),
                MatterStore.id(row, "office"),
                Arrays.stream((String[]) row.getArray("kinds").getArray())
                        .map(SupportKind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Support.Mode.valueOf(row.getString("mode")),
                row.getString("words"),
                row.getString("scope"),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                MatterStore.instant(row, "asked_at"),
                Optional.ofNullable(row.getString("verdict")).map(Support.Verdict::valueOf),
                row.getString("answer"),
                MatterStore.moment(row, "answered_at"),
                MatterStore.moment(row, "ended_at"),
                findings(id));
    }

    private List<Support.Finding> findings(UUID support) {
        return jdbc.sql("select at, body from desk.finding where support = :support order by at, id")
                .param("support", support)
                .query((row, n) -> new Support.Finding(MatterStore.instant(row, "at"), row.getString("body")))
                .list();
    }
}
