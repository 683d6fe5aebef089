package noroshi.intel.taxii;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the values that stand in collections and not in the library. */
@Repository
class WatchStore {
    private static final int AT_ONCE = 500;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries of a collection that nobody has asked yet, behind one position and up to another. */
    record Stretch(UUID collection, long watched, long upto) {
        Stretch behind(long position) {
            return new Stretch(collection, position, upto);
        }
    }

    /**
     * An indicator that stands there.
     *
     * @param raw as it was received; none where the library holds it
     */
    record Entry(long position, String stixId, Optional<byte[]> raw) {}

    List<Stretch> waiting() {
        return jdbc.sql("select collection, watched, upto from intel.collections_to_watch()")
                .query((row, n) -> new Stretch(
                        row.getObject("collection", UUID.class), row.getLong("watched"), row.getLong("upto")))
                .list();
    }

    List<Entry> entries(Stretch stretch) {
        return jdbc.sql("""
                select position, stix_id, raw
                  from intel.entries_to_watch(:collection, :watched, :upto, :most, :bytes)
                """)
                .param("collection", stretch.collection())
                .param("watched", stretch.watched())
                .param("upto", stretch.upto())
                .param("most", AT_ONCE)
                .param("bytes", MOST_BYTES)
                .query((row, n) -> new Entry(
                        row.getLong("position"), row.getString("stix_id"), Optional.ofNullable(row.getBytes("raw"))))
                .list();
    }

    /** What an indicator looks for. */
    record Standing(String stixId, List<Spelling.Form> values) {
        Standing {
            values = List.copyOf(values);
        }
    }

    void note(List<Standing> indicators) {
        var ids = new ArrayList<String>();
        var types = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (var indicator : indicators) {
            for (var value : indicator.values()) {
                ids.add(indicator.stixId());
                types.add(value.type().code());
                texts.add(value.value());
            }
        }
        jdbc.sql("select intel.note_standing(:ids, :types, :texts)")
                .param("ids", ids.toArray(String[]::new))
                .param("types", types.toArray(String[]::new))
                .param("texts", texts.toArray(String[]::new))
                .query()
                .singleRow();
    }

    void watched(UUID collection, long position) {
        jdbc.sql("select intel.watched_up_to(:collection, :position)")
                .param("collection", collection)
                .param("position", position)
                .query()
                .singleRow();
    }
}
