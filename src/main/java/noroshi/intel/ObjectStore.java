package noroshi.intel;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** STIX objects and the relations between them. */
@Repository
class ObjectStore {
    /** What an object is called; an identity that a source brought who is named to nobody is not. */
    static final String NAME = "case when o.type = 'identity' and intel.veil_of(o.bringer) = 2 then '' else o.name end";

    private final JdbcClient jdbc;

    ObjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version the keeper holds already. */
    record Version(
            UUID id,
            UUID bundle,
            Optional<UUID> bringer,
            String stixId,
            Optional<Instant> modified,
            boolean revoked,
            String content) {}

    List<Version> versions(UUID keeper, List<String> stixIds) {
        return jdbc.sql("""
                select id, bundle, bringer, stix_id, modified, content,
                       coalesce(json -> 'revoked' = 'true', false) as revoked
                  from intel.object
                 where keeper = :keeper and stix_id = any (:ids::text[])
                """)
                .param("keeper", keeper)
                .param("ids", Column.of(stixIds, id -> id))
                .query((row, n) -> new Version(
                        row.getObject("id", UUID.class),
                        row.getObject("bundle", UUID.class),
                        Optional.ofNullable(row.getObject("bringer", UUID.class)),
                        row.getString("stix_id"),
                        instant(row, "modified"),
                        row.getBoolean("revoked"),
                        row.getString("content")))
                .list();
    }

    /** A new row. */
    record Row(UUID id, StixObject object, Tlp tlp) {}

    void add(Bundle bundle, List<Row> rows, Kept kept) {
        jdbc.sql("""
                insert into intel.object (id, organisation, bundle, stix_id, type, created, modified, name, marked, tlp,
                                          raw, sha256, content, json, remarks, bringer, keeper,
                                          addressees)
                select id, :organisation, :bundle, stix_id, type, nullif(created, '')::timestamptz,
                       nullif(modified, '')::timestamptz, name, marked, tlp, raw, sha256, content, json, remarks,
                       nullif(bringer, '')::uuid, :keeper, :addressees::uuid[]
                  from unnest(:ids::uuid[], :stixIds::text[], :types::text[], :created::text[], :modified::text[],
                              :names::text[], :marked::boolean[], :tlps::text[], :raws::bytea[], :sha256s::text[],
                              :contents::text[], :jsons::jsonb[], :remarks::jsonb[],
                              :bringers::text[])
                       as entry (id, stix_id, type, created, modified, name, marked, tlp, raw, sha256, content, json,
                                 remarks, bringer)
                """)
                .param("organisation", bundle.organisation())
                .param("bundle", bundle.id())
                .param("keeper", kept.keeper())
                .param("addressees", Column.of(kept.addressees(), id -> id))
                .param("ids", Column.of(rows, Row::id))
                .param("stixIds", Column.of(rows, row -> row.object().id()))
                .param("types", Column.of(rows, row -> row.object().id().type()))
                .param("created", Column.of(rows, row -> text(row.object().created())))
                .param("modified", Column.of(rows, row -> text(row.object().modified())))
                .param("names", Column.of(rows, row -> row.object().name()))
                .param("marked", Column.of(rows, row -> row.object().marked().isPresent()))
                .param("tlps", Column.of(rows, row -> row.tlp().name()))
                .param("raws", Column.bytes(rows, row -> row.object().raw().copy()))
                .param("sha256s", Column.of(rows, row -> row.object().sha256()))
                .param("contents", Column.of(rows, row -> row.object().content()))
                .param(
                        "bringers",
                        Column.of(
                                rows,
                                row -> row.object()
                                        .bringer()
                                        .map(UUID::toString)
                                        .orElse("")))
                .param("jsons", Column.of(rows, row -> row.object().json()))
                .param(
                        "remarks",
                        Column.of(rows, row -> Reasons.json(row.object().remarks())))
                .update();
        addRelations(rows);
    }

    private void addRelations(List<Row> rows) {
        record Line(UUID object, StixObject.Link link) {}
        var lines = rows.stream()
                .flatMap(row -> row.object().links().stream().map(link -> new Line(row.id(), link)))
                .toList();
        jdbc.sql("""
                insert into intel.relation (object, source, kind, target)
                select object, source, kind, target
                  from unnest(:objects::uuid[], :sources::text[], :kinds::text[], :targets::text[])
                       as entry (object, source, kind, target)
                """)
                .param("objects", Column.of(lines, Line::object))
                .param("sources", Column.of(lines, line -> line.link().source()))
                .param("kinds", Column.of(lines, line -> line.link().kind()))
                .param("targets", Column.of(lines, line -> line.link().target()))
                .update();
    }

    /** Objects without a label of their own follow the permission their source gave later. */
    void relabel(List<UUID> objects, Tlp tlp) {
        jdbc.sql("update intel.object set tlp = :tlp where id = any (:ids::uuid[]) and not marked")
                .param("tlp", tlp.name())
                .param("ids", Column.of(objects, id -> id))
                .update();
    }

    List<ObjectSummary> contents(UUID bundle, String type, Window window) {
        return jdbc.sql("""
                select o.id, c.position, o.stix_id, o.type, %s as name, o.tlp, c.known, o.remarks
                  from intel.content c
                  join intel.object o on o.id = c.object
                 where c.bundle = :bundle and (:type = '' or o.type = :type)
                 order by c.position
                offset :offset limit :size
                """.formatted(NAME))
                .param("bundle", bundle)
                .param("type", type)
                .param("offset", window.offset())
                .param("size", window.size())
                .query((row, n) -> new ObjectSummary(
                        row.getObject("id", UUID.class),
                        row.getInt("position"),
                        row.getString("stix_id"),
                        row.getString("type"),
                        row.getString("name"),
                        Tlp.valueOf(row.getString("tlp")),
                        row.getBoolean("known"),
                        Reasons.reasons(row.getString("remarks"))))
                .list();
    }

    /** What of a bundle deserves a look: by identifier, in the order of the file. */
    List<ImportReport.RemarkedObject> remarked(UUID bundle, Window window) {
        return jdbc.sql("""
                select o.stix_id, remark.value ->> 'key' as reason, remark.value -> 'arguments' as arguments
                  from intel.content c
                  join intel.object o on o.id = c.object
                 cross join lateral jsonb_array_elements(o.remarks) with ordinality as remark (value, number)
                 where c.bundle = :bundle
                 order by c.position, remark.number
                offset :offset limit :size
                """)
                .param("bundle", bundle)
                .param("offset", window.offset())
                .param("size", window.size())
                .query((row, n) -> new ImportReport.RemarkedObject(
                        row.getString("stix_id"), Reasons.reason(row.getString("reason"), row.getString("arguments"))))
                .list();
    }

    Optional<LibraryObject> visible(UUID id) {
        return jdbc.sql("""
                select o.id, o.bundle, o.stix_id, o.type, %s as name, o.tlp, o.marked, o.created, o.modified, o.raw,
                       o.sha256, o.remarks, o.bringer, v.names
                  from intel.object o
                  left join intel.veils() v on v.organisation = o.bringer and intel.veil_of(o.bringer) = 2
                 where o.id = :id
                """.formatted(NAME))
                .param("id", id)
                .query(ObjectStore::object)
                .optional();
    }

    List<Relation> relations(String stixId, Window window) {
        return jdbc.sql("""
                select r.kind, r.outgoing, r.other, o.id, o.type, o.name
                  from (select distinct kind, source = :id as outgoing,
                               case when source = :id then target else source end as other
                          from intel.relation
                         where source = :id or target = :id) r
                  left join lateral (select o.id, o.type, %s as name
                                       from intel.object o
                                      where o.stix_id = r.other
                                      order by o.modified desc nulls last, o.id
                                      limit 1) o on true
                 order by r.outgoing desc, r.kind, o.name nulls last, r.other
                offset :offset limit :size
                """.formatted(NAME))
                .param("id", stixId)
                .param("offset", window.offset())
                .param("size", window.size())
                .query(ObjectStore::relation)
                .list();
    }

    /** The relations of several objects, of those in the library and of those called so; not among themselves. */
    List<Relation> relations(List<UUID> objects, List<String> called, int most) {
        return jdbc.sql("""
                with own as materialized (
                    select distinct stix_id from intel.object where id = any (:objects)
                     union
                    select unnest(:called))
                select r.kind, r.outgoing, r.other, o.id, o.type, o.name
                  from (select kind, true as outgoing, target as other
                          from intel.relation where source in (select stix_id from own)
                         union
                        select kind, false, source from intel.relation where target in (select stix_id from own)) r
                  left join lateral (select o.id, o.type, %s as name
                                       from intel.object o
                                      where o.stix_id = r.other
                                      order by o.modified desc nulls last, o.id
                                      limit 1) o on true
                 where r.other not in (select stix_id from own)
                 order by r.outgoing desc, r.kind, o.name nulls last, r.other
                 limit :most
                """.formatted(NAME))
                .param("objects", objects.toArray(UUID[]::new))
                .param("called", called.toArray(String[]::new))
                .param("most", most)
                .query(ObjectStore::relation)
                .list();
    }

    private static Relation relation(ResultSet row, int n) throws SQLException {
        var other = Optional.ofNullable(row.getObject("id", UUID.class));
        var stixId = row.getString("other");
        return new Relation(
                row.getString("kind"),
                row.getBoolean("outgoing"),
                stixId,
                other,
                new StixId(stixId).type(),
                other.isPresent() ? row.getString("name") : "");
    }

    private static LibraryObject object(ResultSet row, int n) throws SQLException {
        var raw = row.getBytes("raw");
        var names = row.getArray("names");
        var shown = names == null
                ? raw
                : Unnamed.of(raw, List.of((String[]) names.getArray())).orElse(raw);
        return new LibraryObject(
                row.getObject("id", UUID.class),
                row.getObject("bundle", UUID.class),
                row.getString("stix_id"),
                row.getString("type"),
                row.getString("name"),
                Tlp.valueOf(row.getString("tlp")),
                row.getBoolean("marked"),
                instant(row, "created"),
                instant(row, "modified"),
                new String(shown, StandardCharsets.UTF_8),
                row.getString("sha256"),
                names == null ? Optional.ofNullable(row.getObject("bringer", UUID.class)) : Optional.empty(),
                names != null,
                Reasons.reasons(row.getString("remarks")));
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
