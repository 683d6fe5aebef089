package noroshi.intel.taxii;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what the library holds and people hand out to machines. */
@Repository
class HandOutStore {
    private final JdbcClient jdbc;

    HandOutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An object as it was received.
     *
     * @param object its id in the library
     * @param position its place in the file
     * @param bringer whose machine brought it; none for what people took in
     */
    record Held(
            UUID object,
            int position,
            String stixId,
            @SuppressWarnings("ArrayRecordComponent") byte[] raw, // handed on, never compared
            Tlp tlp,
            Optional<UUID> bringer) {}

    /**
     * The objects of a bundle behind a place, in the order of the file, as many as fit into an envelope.
     *
     * @param only these; all, when empty
     */
    List<Held> objects(UUID bundle, int after, int most, List<UUID> only) {
        return jdbc.sql("""
                select id, position, stix_id, raw, tlp, bringer
                  from (select o.id, c.position, o.stix_id, o.raw, o.tlp, o.bringer,
                               sum(length(o.raw)) over (order by c.position rows unbounded preceding)
                                   - length(o.raw) as before
                          from (select k.position, k.object
                                  from intel.content k
                                 where k.bundle = :bundle and k.position > :after
                                   and (cardinality(:only::uuid[]) = 0 or k.object = any (:only::uuid[]))
                                 order by k.position limit :most) c
                          join intel.object o on o.id = c.object) r
                 where before < 8 * 1024 * 1024
                 order by position
                """)
                .param("bundle", bundle)
                .param("after", after)
                .param("most", most)
                .param("only", only.toArray(UUID[]::new))
                .query((row, n) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getInt("position"),
                        row.getString("stix_id"),
                        row.getBytes("raw"),
                        Tlp.valueOf(row.getString("tlp")),
                        Optional.ofNullable(row.getObject("bringer", UUID.class))))
                .list();
    }

    /** A version that an organisation brought into a collection where all read; with its label, where it was kept. */
    record Own(String stixId, long version, Optional<Tlp> tlp) {}

    /** What of these objects an organisation of the reader brought into a collection before. */
    List<Own> own(UUID collection, UUID organisation, List<String> ids) {
        return jdbc.sql("select stix_id, version, tlp from intel.own_versions(:collection, :organisation, :ids)")
                .param("collection", collection)
                .param("organisation", organisation)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new Own(
                        row.getString("stix_id"),
                        row.getLong("version"),
                        Optional.ofNullable(row.getString("tlp")).map(Tlp::valueOf)))
                .list();
    }

    /** Where an object went by a bundle, and for whom what may go later goes. */
    record Handed(UUID bundle, UUID organisation, UUID by) {}

    /**
     * An object whose label has changed.
     *
     * @param collection one that has to follow; none where it is handed out nowhere
     * @param handed none for what stands in the collection already
     */
    record Relabelled(long number, UUID object, Optional<UUID> collection, Optional<Handed> handed) {}

    List<Relabelled> waiting(int most) {
        return jdbc.sql("select number, object, collection, bundle, organisation, by from intel.labels_waiting(:most)")
                .param("most", most)
                .query(HandOutStore::relabelled)
                .list();
    }

    private static Relabelled relabelled(ResultSet row, int n) throws SQLException {
        var bundle = row.getObject("bundle", UUID.class);
        return new Relabelled(
                row.getLong("number"),
                row.getObject("object", UUID.class),
                Optional.ofNullable(row.getObject("collection", UUID.class)),
                bundle == null
                        ? Optional.empty()
                        : Optional.of(new Handed(
                                bundle, row.getObject("organisation", UUID.class), row.getObject("by", UUID.class))));
    }

    void followed(List<Long> numbers) {
        jdbc.sql("select intel.labels_followed(:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query()
                .singleRow();
    }

    /** What stands in a collection follows the labels of these objects, and what its readers are told with it; in its turn. */
    Writers.Changed follow(UUID collection, List<UUID> objects) {
        var changed = jdbc.sql("select last, changed from intel.follow_labels(:collection, :objects)")
                .param("collection", collection)
                .param("objects", objects.toArray(UUID[]::new))
                .query((row, n) -> new Writers.Changed(row.getLong("last"), row.getInt("changed")))
                .single();
        if (changed.entries() > 0) {
            jdbc.sql("select intel.spread_objects(:objects)")
                    .param("objects", objects.toArray(UUID[]::new))
                    .query()
                    .singleRow();
        }
        return changed;
    }
}
