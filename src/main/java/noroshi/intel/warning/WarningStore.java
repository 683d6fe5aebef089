package noroshi.intel.warning;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of warning lists and of exceptions to them. */
@Repository
class WarningStore {
    private static final String HEAD = """
            select id, name, version, description, kind, size, left_out, loaded_at, loaded_by, replaced_at
              from intel.warning_list
            """;

    private final JdbcClient jdbc;

    WarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('intel warning lists', 0))")
                .query()
                .singleRow();
    }

    /** What is in force under a name: its id, version and hash. */
    record Known(UUID id, long version, String sha256) {}

    Optional<Known> known(String name) {
        return jdbc.sql("""
                select id, version, sha256 from intel.warning_list where name = :name and replaced_at is null
                """)
                .param("name", name)
                .query((row, n) ->
                        new Known(row.getObject("id", UUID.class), row.getLong("version"), row.getString("sha256")))
                .optional();
    }

    UUID add(WarningFile file, String sha256, Actor actor, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into intel.warning_list (id, name, version, description, kind, types, entries, size, left_out,
                                                sha256, loaded_at, loaded_by)
                values (:id, :name, :version, :description, :kind, :types, :entries, :size, :leftOut, :sha256, :now,
                        :by)
                """)
                .param("id", id)
                .param("name", file.name())
                .param("version", file.version())
                .param("description", file.description())
                .param("kind", file.kind().code())
                .param(
                        "types",
                        file.types().stream().map(IndicatorType::code).sorted().toArray(String[]::new))
                .param("entries", file.entries().toArray(String[]::new))
                .param("size", file.entries().size())
                .param("leftOut", file.leftOut())
                .param("sha256", sha256)
                .param("now", at(now))
                .param("by", actor.person())
                .update();
        return id;
    }

    boolean replace(UUID id, Actor actor, Instant now) {
        return jdbc.sql("""
                        update intel.warning_list set replaced_at = :now, replaced_by = :by
                         where id = :id and replaced_at is null
                        """)
                        .param("id", id)
                        .param("by", actor.person())
                        .param("now", at(now))
                        .update()
                > 0;
    }

    List<WarningList> newest() {
        return jdbc.sql(HEAD + " order by replaced_at is not null, name, loaded_at desc limit 500")
                .query(WarningStore::list)
                .list();
    }

    Optional<WarningList> find(UUID id) {
        return jdbc.sql(HEAD + " where id = :id")
                .param("id", id)
                .query(WarningStore::list)
                .optional();
    }

    Set<UUID> inForce() {
        return jdbc.sql("select id from intel.warning_list where replaced_at is null").query(UUID.class).stream()
                .collect(Collectors.toSet());
    }

    Optional<ListInForce> load(UUID id) {
        return jdbc.sql("select id, name, kind, types, entries from intel.warning_list where id = :id")
                .param("id", id)
                .query((row, n) -> new ListInForce(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new Matcher(
                                Kind.of(row.getString("kind")).orElseThrow(),
                                Arrays.stream(texts(row.getArray("types")))
                                        .map(IndicatorType::of)
                                        .collect(Collectors.toSet()),
                                Arrays.asList(texts(row.getArray("entries"))))))
                .optional();
    }

    Map<UUID, Integer> named() {
        return jdbc
                .sql("select list, named from intel.warning_count")
                .query((row, n) -> Map.entry(row.getObject("list", UUID.class), row.getInt("named")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Values that may be published all the same. */
    record Exempt(Spelling.Form form, String reason, UUID by, Instant at) {}

    void except(Spelling.Form form, String reason, Actor actor, Instant now) {
        jdbc.sql("""
                insert into intel.warning_exception (key, type, value, reason, by, at)
                values (intel.key_of(:type, :value), :type, :value, :reason, :by, :now)
                on conflict (key) do nothing
                """)
                .param("type", form.type().code())
                .param("value", form.value())
                .param("reason", reason)
                .param("by", actor.person())
                .param("now", at(now))
                .update();
    }

    int lift(Spelling.Form form) {
        return jdbc.sql("delete from intel.warning_exception where key = intel.key_of(:type, :value)")
                .param("type", form.type().code())
                .param("value", form.value())
                .update();
    }

    List<Exempt> exceptions() {
        return jdbc.sql("select type, value, reason, by, at from intel.warning_exception order by at desc limit 500")
                .query((row, n) -> new Exempt(
                        new Spelling.Form(IndicatorType.of(row.getString("type")), row.getString("value")),
                        row.getString("reason"),
                        row.getObject("by", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Set<Spelling.Form> excepted(List<Spelling.Form> forms) {
        return jdbc
                .sql("select * from intel.excepted(:types, :texts)")
                .param("types", forms.stream().map(form -> form.type().code()).toArray(String[]::new))
                .param("texts", forms.stream().map(Spelling.Form::value).toArray(String[]::new))
                .query(Integer.class)
                .stream()
                .map(place -> forms.get(place - 1))
                .collect(Collectors.toSet());
    }

    private static WarningList list(ResultSet row, int n) throws SQLException {
        return new WarningList(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getLong("version"),
                row.getString("description"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getInt("size"),
                row.getInt("left_out"),
                false,
                Optional.of(row.getObject("loaded_at", OffsetDateTime.class).toInstant()),
                Optional.of(row.getObject("loaded_by", UUID.class)),
                Optional.ofNullable(row.getObject("replaced_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String[] texts(Array column) throws SQLException {
        return (String[]) column.getArray();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
