package noroshi.intel.taxii;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of objects in one piece, as the database joined it: nobody looks at them on their way out.
 *
 * @param count how many objects
 * @param objects their bytes with commas between, and perhaps more behind
 * @param length how many of these bytes
 * @param hashes one after the other, of what its reader gets
 * @param more whether there is more after it
 * @param shelves what its reader may read in the collection, also when nothing was found
 * @param veils the mildest choice of each source that does not let everybody read its name
 */
record Joined(
        int count,
        byte[] objects,
        int length,
        byte[] hashes,
        long first,
        long last,
        boolean more,
        List<Integer> shelves,
        Map<UUID, Integer> veils) {
    private static final int HASH = 32;

    /** One row: positions, sizes, bytes, hashes, shelves, what was received, sources and their choices. */
    static Joined read(ResultSet row, int limit, long mostBytes) throws SQLException {
        row.next();
        List<Integer> shelves = list(row.getArray(5));
        List<Long> positions = list(row.getArray(1));
        if (positions.isEmpty()) {
            return new Joined(0, new byte[0], 0, new byte[0], 0, 0, false, shelves, Map.of());
        }
        List<Integer> sizes = list(row.getArray(2));
        var objects = row.getBytes(3);
        var over = positions.size() > limit;
        var count = over ? limit : positions.size();
        return new Joined(
                count,
                objects,
                over ? objects.length - 1 - sizes.getLast() : objects.length,
                java.util.Arrays.copyOf(row.getBytes(4), count * HASH),
                positions.getFirst(),
                positions.get(count - 1),
                over || row.getLong(6) >= mostBytes,
                shelves,
                veils(list(row.getArray(7)), list(row.getArray(8))));
    }

    private static Map<UUID, Integer> veils(List<UUID> sources, List<Number> choices) {
        var veils = new HashMap<UUID, Integer>();
        for (var i = 0; i < sources.size(); i++) {
            veils.merge(sources.get(i), choices.get(i).intValue(), Math::min);
        }
        return Map.copyOf(veils);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(@Nullable Array column) throws SQLException {
        return column == null ? new ArrayList<>() : List.of((T[]) column.getArray());
    }
}
