package noroshi.intel.taxii;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A collection before something arrives: its last position, and what it knows of the objects that arrive.
 *
 * @param given to whom the Centre gave some of them
 * @param holders from whom it took them
 */
record Before(long last, List<Version> known, Map<String, UUID> given, Map<String, Set<UUID>> holders) {
    /** One known version of an object. */
    record Version(
            String id,
            int shelf,
            int state,
            long position,
            long version,
            int size,
            byte[] sha256,
            Optional<UUID> keeper,
            UUID owner,
            String spec,
            boolean revoked) {}

    static Before read(long last, ResultSet row) throws SQLException {
        var known = new ArrayList<Version>();
        var given = new HashMap<String, UUID>();
        var holders = new HashMap<String, Set<UUID>>();
        while (row.next()) {
            var id = row.getString(1);
            var shelf = row.getInt(2);
            if (row.wasNull()) {
                given.put(id, row.getObject(9, UUID.class));
                Optional.ofNullable(row.getObject(8, UUID.class))
                        .ifPresent(holder -> holders.computeIfAbsent(id, each -> new HashSet<>())
                                .add(holder));
                continue;
            }
            known.add(new Version(
                    id,
                    shelf,
                    row.getInt(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getInt(6),
                    row.getBytes(7),
                    Optional.ofNullable(row.getObject(8, UUID.class)),
                    row.getObject(9, UUID.class),
                    row.getString(10),
                    row.getBoolean(11)));
        }
        return new Before(last, known, given, holders);
    }
}
