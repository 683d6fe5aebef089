package noroshi.intel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bundles, what they hold, and what was refused. */
@Repository
class BundleStore {
    private static final String SELECT = """
            select id, stix_id, organisation, imported_by, imported_at, file_name, sha256, tlp, permitted_tlp,
                   permitted_by, permitted_why, taken, known, refused, remarks, unfinished,
                   ended_at
              from intel.bundle
            """;

    private final JdbcClient jdbc;

    BundleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Imports of one keeper go one after the other, so that nothing is taken twice. */
    void lock(UUID keeper) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('intel ' || :keeper::text, 0))")
                .param("keeper", keeper)
                .query()
                .singleRow();
    }

    /** The bundle that all of the same file became; half a file is none. */
    Optional<UUID> sameFile(UUID keeper, String sha256, Optional<Permission> permission) {
        return jdbc.sql("""
                select id
                  from intel.bundle
                 where keeper = :keeper and sha256 = :sha256 and not unfinished
                   and coalesce(permitted_tlp, '') = :tlp and permitted_by = :source and permitted_why = :reason
                 order by imported_at, id
                 limit 1
                """)
                .param("keeper", keeper)
                .param("sha256", sha256)
                .param("tlp", permission.map(given -> given.tlp().name()).orElse(""))
                .param("source", permission.map(Permission::source).orElse(""))
                .param("reason", permission.map(Permission::reason).orElse(""))
                .query(UUID.class)
                .optional();
    }

    void add(Bundle bundle, Kept kept) {
        jdbc.sql("""
                insert into intel.bundle (id, stix_id, organisation, imported_by, imported_at, file_name, sha256, tlp,
                                          permitted_tlp, permitted_by, permitted_why, taken, known, refused, remarks,
                                          keeper, addressees, unfinished)
                values (:id, :stixId, :organisation, :by, :at, :fileName, :sha256, :tlp, nullif(:permitted, ''),
                        :source, :reason, :taken, :known, :refused, :remarks::jsonb, :keeper,
                        :addressees::uuid[], :unfinished)
                """)
                .param("unfinished", bundle.unfinished())
                .param("id", bundle.id())
                .param("stixId", bundle.stixId())
                .param("organisation", bundle.organisation())
                .param("by", bundle.importedBy())
                .param("at", bundle.importedAt().atOffset(ZoneOffset.UTC))
                .param("fileName", bundle.fileName())
                .param("sha256", bundle.sha256())
                .param("tlp", bundle.tlp().name())
                .param(
                        "permitted",
                        bundle.permission().map(given -> given.tlp().name()).orElse(""))
                .param("source", bundle.permission().map(Permission::source).orElse(""))
                .param("reason", bundle.permission().map(Permission::reason).orElse(""))
                .param("taken", bundle.taken())
                .param("known", bundle.known())
                .param("refused", bundle.refused())
                .param("remarks", Reasons.json(bundle.remarks()))
                .param("keeper", kept.keeper())
                .param("addressees", Column.of(kept.addressees(), id -> id))
                .update();
    }

    /** Adds to the numbers of a bundle that is still being taken in. */
    void count(UUID bundle, int taken, int known, int refused) {
        jdbc.sql("""
                update intel.bundle
                   set taken = taken + :taken, known = known + :known, refused = refused + :refused
                 where id = :bundle and unfinished
                """)
                .param("taken", taken)
                .param("known", known)
                .param("refused", refused)
                .param("bundle", bundle)
                .update();
    }

    void finish(UUID bundle) {
        jdbc.sql("update intel.bundle set unfinished = false where id = :bundle and unfinished")
                .param("bundle", bundle)
                .update();
    }

    /** One entry of a bundle: which object stands at which position. */
    record Entry(int position, UUID object, boolean known) {}

    void addContents(UUID bundle, List<Entry> entries) {
        jdbc.sql("""
                insert into intel.content (bundle, position, object, known)
                select :bundle, position, object, known
                  from unnest(:positions::int[], :objects::uuid[], :known::boolean[]) as entry (position, object, known)
                """)
                .param("bundle", bundle)
                .param("positions", Column.of(entries, Entry::position))
                .param("objects", Column.of(entries, Entry::object))
                .param("known", Column.of(entries, Entry::known))
                .update();
    }

    void addRefusals(UUID bundle, List<RefusedObject> refused) {
        jdbc.sql("""
                insert into intel.refusal (bundle, position, stix_id, reason, arguments)
                select :bundle, position, stix_id, reason, arguments
                  from unnest(:positions::int[], :ids::text[], :reasons::text[], :arguments::jsonb[])
                       as entry (position, stix_id, reason, arguments)
                """)
                .param("bundle", bundle)
                .param("positions", Column.of(refused, RefusedObject::position))
                .param("ids", Column.of(refused, RefusedObject::stixId))
                .param("reasons", Column.of(refused, entry -> entry.reason().key()))
                .param("arguments", Column.of(refused, entry -> Reasons.arguments(entry.reason())))
                .update();
    }

    Optional<Bundle> visible(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(BundleStore::bundle)
                .optional();
    }

    List<Bundle> newest(Window window) {
        return jdbc.sql(SELECT + " order by imported_at desc, id offset :offset limit :size")
                .param("offset", window.offset())
                .param("size", window.size())
                .query(BundleStore::bundle)
                .list();
    }

    List<RefusedObject> refusals(UUID bundle, int offset, int size) {
        return jdbc.sql("""
                select position, stix_id, reason, arguments
                  from intel.refusal
                 where bundle = :bundle
                 order by position
                offset :offset limit :size
                """)
                .param("bundle", bundle)
                .param("offset", offset)
                .param("size", size)
                .query((row, n) -> new RefusedObject(
                        row.getInt("position"),
                        row.getString("stix_id"),
                        Reasons.reason(row.getString("reason"), row.getString("arguments"))))
                .list();
    }

    Map<String, Integer> types(UUID bundle) {
        record Count(String type, int number) {}
        return jdbc
                .sql("""
                select o.type, count(*) as number
                  from intel.content c
                  join intel.object o on o.id = c.object
                 where c.bundle = :bundle
                 group by o.type
                """)
                .param("bundle", bundle)
                .query((row, n) -> new Count(row.getString("type"), row.getInt("number")))
                .stream()
                .collect(Collectors.toMap(Count::type, Count::number));
    }

    private static Bundle bundle(ResultSet row, int n) throws SQLException {
        return new Bundle(
                row.getObject("id", UUID.class),
                row.getString("stix_id"),
                row.getString("file_name"),
                row.getString("sha256"),
                Tlp.valueOf(row.getString("tlp")),
                permission(row),
                row.getObject("organisation", UUID.class),
                row.getObject("imported_by", UUID.class),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getInt("taken"),
                row.getInt("known"),
                row.getInt("refused"),
                Reasons.reasons(row.getString("remarks")),
                row.getBoolean("unfinished"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<Permission> permission(ResultSet row) throws SQLException {
        var source = row.getString("permitted_by");
        return source.isEmpty()
                ? Optional.empty()
                : Optional.of(new Permission(
                        Tlp.valueOf(row.getString("permitted_tlp")), source, row.getString("permitted_why")));
    }
}
