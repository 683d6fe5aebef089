package noroshi.intel.taxii;

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
     * @param position its place in the file
     * @param bringer whose machine brought it; none for what people took in
     */
    record Held(
            int position,
            String stixId,
            @SuppressWarnings("ArrayRecordComponent") byte[] raw, // handed on, never compared
            Tlp tlp,
            Optional<UUID> bringer) {}

    /** The objects of a bundle behind a place, in the order of the file, as many as fit into an envelope. */
    List<Held> objects(UUID bundle, int after, int most) {
        return jdbc.sql("""
                select position, stix_id, raw, tlp, bringer
                  from (select c.position, o.stix_id, o.raw, o.tlp, o.bringer,
                               sum(length(o.raw)) over (order by c.position rows unbounded preceding)
                                   - length(o.raw) as before
                          from (select k.position, k.object
                                  from intel.content k
                                 where k.bundle = :bundle and k.position > :after
                                 order by k.position limit :most) c
                          join intel.object o on o.id = c.object) r
                 where before < 8 * 1024 * 1024
                 order by position
                """)
                .param("bundle", bundle)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Held(
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
}
