package noroshi.intel.taxii;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import noroshi.intel.StixType;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes into collections, through the doors behind the wall. */
@Repository
class LedgerStore {
    private static final String ADD_STATUSES = "select intel.add_statuses(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Planned for the objects of one commit, its questions would cost more than their answers; the plans are the same. */
    private static final String ONE_PLAN = "select set_config('plan_cache_mode', 'force_generic_plan', true);\n";

    private final JdbcTemplate jdbc;

    LedgerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the collection's turn, keeps it until the transaction ends, and answers the last position. */
    long takeTurn(UUID collection) {
        return Objects.requireNonNull(jdbc.queryForObject("select intel.take_turn(?)", Long.class, collection));
    }

    /** The last position of a collection, and whether any of its objects is {@link Heads#LARGE large}. */
    record Stand(long position, boolean large) {}

    Stand stand(UUID collection) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select intel.position_of(?), intel.holds_large(?)",
                (row, n) -> new Stand(row.getLong(1), row.getBoolean(2)),
                collection,
                collection));
    }

    Map<Lane.Key, Lane> lanes(UUID collection) {
        var lanes = new HashMap<Lane.Key, Lane>();
        jdbc.query(
                "select keeper, near, shelf, spec, type, lane from intel.lanes_of(?)",
                row -> {
                    lanes.put(
                            new Lane.Key(
                                    Optional.ofNullable(row.getObject(1, UUID.class)),
                                    row.getBoolean(2),
                                    row.getString(4),
                                    row.getString(5)),
                            new Lane(row.getInt(3), row.getInt(6)));
                },
                collection);
        return lanes;
    }

    Lane open(UUID collection, Lane.Key key, Actor actor) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select shelf, lane from intel.open_lane(?, ?, ?, ?, ?, ?, ?)",
                (row, n) -> new Lane(row.getInt(1), row.getInt(2)),
                collection,
                key.keeper().orElse(null),
                key.near(),
                key.spec(),
                key.type(),
                actor.person(),
                actor.organisation()));
    }

    /** Of how many types beyond STIX's an organisation brought the first object where all write. */
    long begun(UUID collection, UUID organisation) {
        return jdbc
                .query("select * from intel.types_begun(?, ?)", (row, n) -> row.getString(1), collection, organisation)
                .stream()
                .filter(type -> StixType.named(type).isEmpty())
                .count();
    }

    /** Waits for the collection's turn and keeps it until the transaction ends. */
    Before takeTurn(UUID collection, Collection<String> ids, Collection<Long> versions) {
        return execute(
                ONE_PLAN + """
                select intel.take_turn(?);
                select stix_id, shelf, state, "position", version, size, sha256, keeper, owner, spec, revoked
                  from intel.known_versions(?, ?, ?)
                """,
                statement -> {
                    statement.setObject(1, collection);
                    statement.setObject(2, collection);
                    array(statement, 3, "text", ids.toArray(String[]::new));
                    array(statement, 4, "int8", versions.toArray(Long[]::new));
                },
                statement -> {
                    statement.getMoreResults();
                    var turn = statement.getResultSet();
                    turn.next();
                    var last = turn.getLong(1);
                    statement.getMoreResults();
                    return Before.read(last, statement.getResultSet());
                });
    }

    /** The keepers who named a machine for what they mark TLP:AMBER+STRICT in a collection. */
    Set<UUID> namedBy(UUID collection, UUID account) {
        return Set.copyOf(jdbc.query(
                "select * from intel.named_by(?, ?)", (row, n) -> row.getObject(1, UUID.class), collection, account));
    }

    byte[] raw(UUID collection, int shelf, long position) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select intel.raw_of(?, ?, ?)", byte[].class, collection, shelf, position));
    }

    /** Writes down objects and what became of each envelope; answers those that somebody ever took back. */
    List<String> add(UUID collection, long first, Additions additions, Short[] states, Instant at, List<Line> lines) {
        var starts = new Integer[additions.count()];
        var sizes = new Integer[additions.count()];
        var bytes = additions.bytes(starts, sizes);
        return execute(
                "select intel.add_entries(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?); " + ADD_STATUSES
                        + "; select unnest(intel.ever_taken_back(?))",
                statement -> {
                    statement.setObject(1, collection);
                    array(statement, 2, "uuid", additions.accounts.toArray());
                    statement.setLong(3, first);
                    array(statement, 4, "int4", additions.shelves.toArray(Integer[]::new));
                    array(statement, 5, "int4", additions.lanes.toArray(Integer[]::new));
                    array(statement, 6, "int2", states);
                    array(statement, 7, "text", additions.ids.toArray(String[]::new));
                    array(statement, 8, "int8", additions.versions.toArray(Long[]::new));
                    array(statement, 9, "int2", additions.digits.toArray(Short[]::new));
                    array(statement, 10, "uuid", additions.sources.toArray());
                    array(statement, 11, "text", additions.tlps.toArray(String[]::new));
                    array(statement, 12, "int4", starts);
                    array(statement, 13, "int4", sizes);
                    statement.setBytes(14, bytes);
                    statuses(statement, 15, collection, at, lines);
                    array(statement, 26, "text", additions.ids.toArray(String[]::new));
                },
                statement -> {
                    statement.getMoreResults();
                    statement.getMoreResults();
                    var back = new ArrayList<String>();
                    for (var row = statement.getResultSet(); row.next(); ) {
                        back.add(row.getString(1));
                    }
                    return back;
                });
    }

    void move(UUID collection, Collection<UUID> accounts, List<History.Move> moves) {
        call("select intel.move_entries(?, ?, ?, ?, ?, ?)", statement -> {
            statement.setObject(1, collection);
            array(statement, 2, "uuid", accounts.toArray());
            array(statement, 3, "int4", column(moves, History.Move::shelf, new Integer[0]));
            array(statement, 4, "int8", column(moves, History.Move::position, new Long[0]));
            array(statement, 5, "int2", column(moves, move -> (short) move.before(), new Short[0]));
            array(statement, 6, "int2", column(moves, move -> (short) move.after(), new Short[0]));
        });
    }

    /** Puts the states of objects in order that stand in several versions of STIX; answers the last position after that. */
    long settle(UUID collection, Collection<UUID> accounts, Collection<String> ids) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select intel.settle_entries(?, ?::uuid[], ?::text[])",
                Long.class,
                collection,
                accounts.toArray(UUID[]::new),
                ids.toArray(String[]::new)));
    }

    /** A line of the record of envelopes. */
    record Line(UUID id, Actor actor, int total, int taken, int known, int failed, long first, String detail) {}

    void addStatuses(UUID collection, Instant at, List<Line> lines) {
        call(ADD_STATUSES, statement -> statuses(statement, 1, collection, at, lines));
    }

    private static void statuses(PreparedStatement statement, int from, UUID collection, Instant at, List<Line> lines)
            throws SQLException {
        statement.setObject(from, collection);
        array(statement, from + 1, "uuid", column(lines, Line::id, new Object[0]));
        array(statement, from + 2, "uuid", column(lines, line -> line.actor().person(), new Object[0]));
        array(statement, from + 3, "uuid", column(lines, line -> line.actor().organisation(), new Object[0]));
        statement.setTimestamp(from + 4, Timestamp.from(at));
        array(statement, from + 5, "int4", column(lines, Line::total, new Integer[0]));
        array(statement, from + 6, "int4", column(lines, Line::taken, new Integer[0]));
        array(statement, from + 7, "int4", column(lines, Line::known, new Integer[0]));
        array(statement, from + 8, "int4", column(lines, Line::failed, new Integer[0]));
        array(statement, from + 9, "int8", column(lines, Line::first, new Long[0]));
        array(statement, from + 10, "text", column(lines, Line::detail, new String[0]));
    }

    /** Answers how many entries went, and the last position after that. */
    Writers.Changed remove(UUID collection, Actor actor, String id, List<Long> positions) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select last, removed from intel.remove_entries(?, ?, ?, ?, ?::bigint[])",
                (row, n) -> new Writers.Changed(row.getLong(1), row.getInt(2)),
                collection,
                actor.person(),
                actor.organisation(),
                id,
                (Object) positions.toArray(Long[]::new)));
    }

    /** How many entries were held back or handed out again, and the last position after that. */
    record Followed(long last, long held, long released) {}

    Followed follow(UUID collection, List<String> ids) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select last, held, released from intel.hold_back(?, ?::text[])",
                (row, n) -> new Followed(row.getLong(1), row.getLong(2), row.getLong(3)),
                collection,
                ids.toArray(String[]::new)));
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private interface Answer<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private void call(String sql, Binding binding) {
        execute(sql, binding, PreparedStatement::getUpdateCount);
    }

    /** Statements that are sent together wait once for the database. */
    private <T> T execute(String sql, Binding binding, Answer<T> answer) {
        return Objects.requireNonNull(jdbc.execute(
                (Connection connection) -> connection.prepareStatement(sql), (PreparedStatement statement) -> {
                    binding.to(statement);
                    statement.execute();
                    return answer.of(statement);
                }));
    }

    private static void array(PreparedStatement statement, int at, String type, Object[] values) throws SQLException {
        statement.setArray(at, statement.getConnection().createArrayOf(type, values));
    }

    private static <T, R> R[] column(List<T> rows, Function<T, R> value, R[] none) {
        return rows.stream().map(value).toList().toArray(none);
    }
}
