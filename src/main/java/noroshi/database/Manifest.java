package noroshi.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a backup holds, with the hash of everything in it.
 *
 * @param format version of this layout
 * @param madeAt when the snapshot was taken
 * @param release of the platform that wrote it
 * @param tables every table of our schemas
 * @param sequences every counter
 * @param entries all parts of the archive but this one
 * @param keys fingerprints of the keys, by name; none in backups of earlier releases
 * @param sealed how much in the database opens with a key, some or all of it counted, by the key's name; none in backups of
 *     earlier releases
 */
public record Manifest(
        int format,
        Instant madeAt,
        String release,
        List<Table> tables,
        List<Sequence> sequences,
        List<Entry> entries,
        Map<String, String> keys,
        Map<String, Long> sealed) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    public Manifest {
        keys = Objects.requireNonNullElse(keys, Map.of());
        sealed = Objects.requireNonNullElse(sealed, Map.of());
    }

    /** One table: its columns in order and the number of rows. */
    public record Table(String schema, String name, List<String> columns, long rows) {
        String entry() {
            return entry(schema, name);
        }

        static String entry(String schema, String name) {
            return "tables/" + schema + "." + name + ".copy";
        }
    }

    /** One counter and the last number it gave. */
    public record Sequence(String schema, String name, long last) {}

    /** One part of the archive. */
    public record Entry(String name, long bytes, String sha256) {}

    /** How many rows all tables hold. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
