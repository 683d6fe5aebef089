package noroshi.intel.taxii;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** SQL of what others get of entries whose source is not named to them. */
@Repository
class VeilStore {
    private final JdbcTemplate jdbc;

    VeilStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where an entry stands among all of its collection. */
    record Place(int shelf, int state, long position) {
        static final Place FIRST = new Place(-1, -1, Long.MIN_VALUE);
    }

    /** What others get of an entry; all of it, when nothing names its source. */
    record Cover(int shelf, long position, Optional<byte[]> without) {}

    /** An entry that does not follow what its source chose. */
    record Waiting(
            Place place,
            @SuppressWarnings("ArrayRecordComponent") byte[] raw) {} // handed on, never compared

    /** A choice that what was brought before does not follow yet. */
    record Choice(UUID organisation, Instant at) {}

    /** What organisations are called that are not named to everyone. */
    Map<UUID, List<String>> names() {
        var names = new HashMap<UUID, List<String>>();
        jdbc.query("select organisation, names from intel.veils()", row -> {
            names.put(row.getObject(1, UUID.class), List.of((String[])
                    row.getArray(2).getArray()));
        });
        return names;
    }

    /**
     * Of one source, or of several of whom the same is known.
     *
     * @param veiled whether the caller knows of a choice that leaves names out; where it is otherwise by now, nothing is kept
     * @return how many were kept
     */
    int cover(UUID collection, List<Cover> covers, boolean veiled) {
        return Objects.requireNonNull(jdbc.execute(
                (Connection connection) -> connection.prepareStatement("select intel.veil_entries(?, ?, ?, ?, ?)"),
                (PreparedStatement statement) -> {
                    var connection = statement.getConnection();
                    statement.setObject(1, collection);
                    statement.setArray(
                            2,
                            connection.createArrayOf(
                                    "int4", covers.stream().map(Cover::shelf).toArray()));
                    statement.setArray(
                            3,
                            connection.createArrayOf(
                                    "int8", covers.stream().map(Cover::position).toArray()));
                    statement.setArray(
                            4,
                            connection.createArrayOf(
                                    "bytea",
                                    covers.stream()
                                            .map(cover -> cover.without().orElse(null))
                                            .toArray(byte[][]::new)));
                    statement.setBoolean(5, veiled);
                    statement.execute();
                    var kept = statement.getResultSet();
                    kept.next();
                    return kept.getInt(1);
                }));
    }

    List<Waiting> waiting(UUID collection, UUID organisation, Place after, int atMost) {
        return jdbc.query(
                "select shelf, state, \"position\", raw from intel.entries_to_veil(?, ?, ?, ?::smallint, ?, ?)",
                (row, n) -> new Waiting(new Place(row.getInt(1), row.getInt(2), row.getLong(3)), row.getBytes(4)),
                collection,
                organisation,
                after.shelf(),
                after.state(),
                after.position(),
                atMost);
    }

    List<Choice> choices() {
        return jdbc.query(
                "select organisation, chosen_at from intel.attributions_waiting()",
                (row, n) -> new Choice(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()));
    }

    List<UUID> collections() {
        return jdbc.query(
                "select collection from intel.shelved_collections()", (row, n) -> row.getObject(1, UUID.class));
    }

    void followed(Choice choice) {
        jdbc.query(
                "select intel.attribution_followed(?, ?)",
                row -> {},
                choice.organisation(),
                Timestamp.from(choice.at()));
    }
}
