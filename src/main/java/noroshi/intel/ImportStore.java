package noroshi.intel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of large files on their way into the library; each person sees their own. */
@Repository
class ImportStore {
    private static final int SHOWN = 20;

    private static final String SELECT = """
            select id, person, organisation, name, size, sha256, at, state, asks, permitted_tlp, permitted_by,
                   permitted_why, objects, checked, done, refused, tlp, reason, arguments, bundle
              from intel.import
            """;

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Import what) {
        jdbc.sql("""
                insert into intel.import (id, person, organisation, name, size, sha256, at, state, asks, permitted_tlp,
                                          permitted_by, permitted_why)
                values (:id, :person, :organisation, :name, :size, :sha256, :at, :state, :asks, nullif(:tlp, ''),
                        :source, :reason)
                """)
                .param("id", what.id())
                .param("person", what.person())
                .param("organisation", what.organisation())
                .param("name", what.name())
                .param("size", what.size())
                .param("sha256", what.sha256())
                .param("at", Timestamp.from(what.at()))
                .param("state", what.state().name())
                .param("asks", what.asks())
                .param("tlp", what.permission().map(given -> given.tlp().name()).orElse(""))
                .param("source", what.permission().map(Permission::source).orElse(""))
                .param("reason", what.permission().map(Permission::reason).orElse(""))
                .update();
    }

    Optional<Import> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    /** The newest of the reader's own. */
    List<Import> own() {
        return jdbc.sql(SELECT + " order by at desc, id limit :most")
                .param("most", SHOWN)
                .query(ImportStore::read)
                .list();
    }

    int unended(UUID person) {
        return jdbc.sql("select count(*) from intel.import where person = :person and state not in ('DONE', 'REFUSED')")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    /** What somebody waits for, and who; for the job, which is nobody. */
    record Unended(UUID id, UUID person, UUID organisation, Import.State state, Instant at) {}

    List<Unended> unended() {
        return jdbc.sql("select id, person, organisation, state, at from intel.imports_unended() order by at, id")
                .query((row, n) -> new Unended(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getObject("organisation", UUID.class),
                        Import.State.valueOf(row.getString("state")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Whether it was ended, because its person may import no longer and has not come back for a day. */
    boolean leave(UUID id, Instant now) {
        return jdbc.sql("select intel.end_left_import(:id, :now)")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Ends the halves of which nothing more comes; answers how many. */
    int endHalves(Instant now) {
        return jdbc.sql("select intel.end_half_files(:now)")
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    void count(UUID id, int objects, int checked, int refused) {
        jdbc.sql("update intel.import set objects = :objects, checked = :checked, refused = :refused where id = :id")
                .param("objects", objects)
                .param("checked", checked)
                .param("refused", refused)
                .param("id", id)
                .update();
    }

    void checked(UUID id, Tlp tlp, Import.State state) {
        jdbc.sql("update intel.import set tlp = :tlp, state = :state where id = :id and state = 'CHECKING'")
                .param("tlp", tlp.name())
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** Whether it still waited. */
    boolean release(UUID id, Optional<Permission> permission) {
        return jdbc.sql("""
                        update intel.import
                           set state = 'TAKING', permitted_tlp = nullif(:tlp, ''), permitted_by = :source,
                               permitted_why = :reason
                         where id = :id and state = 'WAITING'
                        """)
                        .param(
                                "tlp",
                                permission.map(given -> given.tlp().name()).orElse(""))
                        .param("source", permission.map(Permission::source).orElse(""))
                        .param("reason", permission.map(Permission::reason).orElse(""))
                        .param("id", id)
                        .update()
                > 0;
    }

    void becomes(UUID id, UUID bundle) {
        jdbc.sql("update intel.import set bundle = :bundle where id = :id")
                .param("bundle", bundle)
                .param("id", id)
                .update();
    }

    /** Moves on from where it stood; refuses when somebody else has. */
    void moveOn(UUID id, int from, int to) {
        var moved = jdbc.sql("update intel.import set done = :to where id = :id and done = :from and state = 'TAKING'")
                .param("to", to)
                .param("from", from)
                .param("id", id)
                .update();
        if (moved != 1) {
            throw new IllegalStateException("a file is taken in twice at once");
        }
    }

    void end(UUID id, Import.State state, Optional<Reason> reason) {
        jdbc.sql("""
                update intel.import set state = :state, reason = :reason, arguments = :arguments::jsonb where id = :id
                """)
                .param("state", state.name())
                .param("reason", reason.map(Reason::key).orElse(""))
                .param("arguments", reason.map(Reasons::arguments).orElse("[]"))
                .param("id", id)
                .update();
    }

    private static Import read(ResultSet row, int n) throws SQLException {
        var tlp = Optional.ofNullable(row.getString("permitted_tlp")).map(Tlp::valueOf);
        var reason = row.getString("reason");
        return new Import(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getTimestamp("at").toInstant(),
                Import.State.valueOf(row.getString("state")),
                row.getBoolean("asks"),
                tlp.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Permission(
                                tlp.get(), row.getString("permitted_by"), row.getString("permitted_why"))),
                row.getInt("objects"),
                row.getInt("checked"),
                row.getInt("done"),
                row.getInt("refused"),
                Optional.ofNullable(row.getString("tlp")).map(Tlp::valueOf),
                reason.isEmpty() ? Optional.empty() : Optional.of(Reasons.reason(reason, row.getString("arguments"))),
                Optional.ofNullable(row.getObject("bundle", UUID.class)));
    }
}
