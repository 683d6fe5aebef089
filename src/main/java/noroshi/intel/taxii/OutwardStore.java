package noroshi.intel.taxii;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import noroshi.intel.Fields;
import noroshi.intel.cut.Cut;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** SQL of the copies of entries that readers at providers are handed. */
@Repository
class OutwardStore {
    private final JdbcTemplate jdbc;

    OutwardStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens and closes shelves as somebody at a provider reads them now. */
    void look() {
        jdbc.query("select intel.look_outside()", row -> {});
    }

    /** A shelf on which something is to be done, and the last position of its collection. */
    record Waiting(int shelf, long head) {}

    List<Waiting> waiting() {
        return jdbc.query(
                "select shelf, head from intel.outward_waiting()",
                (row, n) -> new Waiting(row.getInt(1), row.getLong(2)));
    }

    /** The version of an object on a shelf; what stands there, unless it stands there no longer. */
    record Place(Optional<Long> due, String id, long base, Optional<Standing> standing) {}

    /**
     * An entry that stands.
     *
     * @param cut whether readers at providers may have what is schema-bound of it
     * @param own whether who brought it may be such a reader
     * @param named whether it may say who made it
     * @param answer what a person let out of it, and when
     * @param went the version before it, as it left
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Standing(
            long position,
            byte[] sha256,
            int digits,
            UUID source,
            Optional<String> tlp,
            int veil,
            byte[] raw,
            boolean cut,
            boolean own,
            boolean named,
            Optional<Cut.Answer> answer,
            Optional<byte[]> went) {}

    List<Place> some(int shelf, int atMost) {
        return jdbc.query("select * from intel.entries_outward(?, ?)", OutwardStore::place, shelf, atMost);
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(
                Optional.ofNullable(row.getObject("due", Long.class)),
                row.getString("stix_id"),
                row.getLong("base"),
                row.getBytes("sha256") == null ? Optional.empty() : Optional.of(standing(row)));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("position"),
                row.getBytes("sha256"),
                row.getInt("digits"),
                row.getObject("source", UUID.class),
                Optional.ofNullable(row.getString("tlp")),
                row.getInt("veil"),
                row.getBytes("raw"),
                row.getBoolean("cut"),
                row.getBoolean("own"),
                row.getBoolean("named"),
                answer(row),
                Optional.ofNullable(row.getBytes("went")));
    }

    private static Optional<Cut.Answer> answer(ResultSet row) throws SQLException {
        var at = row.getTimestamp("answered");
        return at == null
                ? Optional.empty()
                : Optional.of(new Cut.Answer(
                        List.of((String[]) row.getArray("released").getArray()), at.toInstant()));
    }

    /**
     * What leaves of an entry.
     *
     * @param object none when nothing does
     * @param version in microseconds, with as many digits as it was written with
     */
    record Copy(
            String id,
            long base,
            Standing entry,
            Optional<byte[]> object,
            long version,
            int digits,
            Optional<Fields.Divided> held) {}

    /**
     * Writes down what was looked at, as far as it still stands so.
     *
     * @param done up to which position new entries have been looked at now
     * @param moment the place for the first copy, unless others stand there or behind
     * @return sources of which something is held back for the first time in a while
     */
    List<UUID> put(int shelf, List<Long> dues, List<Copy> copies, long done, long moment) {
        return Objects.requireNonNull(jdbc.execute(
                (Connection connection) -> connection.prepareStatement(
                        "select * from intel.put_outward(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)"),
                (PreparedStatement statement) -> {
                    statement.setInt(1, shelf);
                    array(statement, 2, "int8", dues.toArray());
                    array(statement, 3, "text", column(copies, Copy::id));
                    array(statement, 4, "int8", column(copies, Copy::base));
                    array(
                            statement,
                            5,
                            "int8",
                            column(copies, copy -> copy.entry().position()));
                    array(
                            statement,
                            6,
                            "bytea",
                            bytes(copies, copy -> Optional.of(copy.entry().sha256())));
                    array(
                            statement,
                            7,
                            "text",
                            column(copies, copy -> copy.entry().tlp().orElse(null)));
                    array(
                            statement,
                            8,
                            "int2",
                            column(copies, copy -> copy.entry().veil()));
                    array(statement, 9, "bytea", bytes(copies, Copy::object));
                    array(statement, 10, "int8", column(copies, Copy::version));
                    array(statement, 11, "int2", column(copies, Copy::digits));
                    array(
                            statement,
                            12,
                            "bool",
                            column(copies, copy -> copy.entry().own()));
                    array(
                            statement,
                            13,
                            "timestamptz",
                            column(
                                    copies,
                                    copy -> copy.entry()
                                            .answer()
                                            .map(answer -> answer.at().toString())
                                            .orElse(null)));
                    statement.setString(14, held(copies));
                    statement.setLong(15, done);
                    statement.setLong(16, moment);
                    statement.execute();
                    var sources = new ArrayList<UUID>();
                    for (var row = statement.getResultSet(); row.next(); ) {
                        sources.add(row.getObject(1, UUID.class));
                    }
                    return sources;
                }));
    }

    private static String held(List<Copy> copies) {
        return JsonMapper.shared()
                .writeValueAsString(copies.stream()
                        .map(copy -> copy.held()
                                .map(divided -> Map.of("left", fit(divided.left()), "cut", fit(divided.cut())))
                                .orElse(Map.of()))
                        .toList());
    }

    /** The database takes every character but one. */
    private static List<String> fit(List<String> names) {
        return names.stream().map(name -> name.replace('\0', '\uFFFD')).toList();
    }

    private static void array(PreparedStatement statement, int at, String type, Object[] values) throws SQLException {
        statement.setArray(at, statement.getConnection().createArrayOf(type, values));
    }

    private static Object[] column(List<Copy> copies, Function<Copy, @org.jspecify.annotations.Nullable Object> value) {
        var column = new Object[copies.size()];
        for (var i = 0; i < column.length; i++) {
            column[i] = value.apply(copies.get(i));
        }
        return column;
    }

    private static byte[][] bytes(List<Copy> copies, Function<Copy, Optional<byte[]>> value) {
        return copies.stream().map(copy -> value.apply(copy).orElse(null)).toArray(byte[][]::new);
    }
}
