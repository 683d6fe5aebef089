package noroshi.intel.taxii;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads pages of a collection. Each is a merge of short index scans, one for each shelf or lane and state, so that it
 * costs the same wherever it stands and whatever is not wanted between.
 */
@Repository
class EntryStore {
    /** Bytes after which a page ends. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /** Planned for its values a page would cost twice as much; it is the same plan whatever they are. */
    private static final String ONE_PLAN = "select set_config('plan_cache_mode', 'force_generic_plan', true); ";

    private static final String MENTION =
            "e.position, e.stix_id, (select l.spec from intel.lane l where l.id = e.lane), e.version, e.digits";

    private final JdbcTemplate jdbc;

    EntryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Found<Found.Raw> objects(View view, Question question, Eye eye) {
        return ask(
                view,
                question,
                view.shelves().size() > 1,
                "e.position, e.raw, e.source, e.tlp, e.size, e.veil, e.unnamed",
                """
                select position, case when unnamed is null or veil <= ? or source = ? then raw else unnamed end, source,
                       tlp, shelves, size, case when unnamed is null then 0 else veil end from (
                  select p.*, (select array_agg(id order by id) from mine) as shelves,
                         sum(p.size) over (order by p.position rows unbounded preceding) - p.size as before
                    from (%s) p) q
                 where before < %d order by position
                """,
                List.of(eye.upTo(), eye.organisation()),
                (row, size) -> new Found.Raw(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getObject(3, UUID.class),
                        Optional.ofNullable(row.getString(4)).map(Tlp::valueOf),
                        row.getInt(6),
                        row.getInt(7)),
                5);
    }

    Found<Found.Mention> mentions(View view, Question question) {
        return mentions(view, question, view.shelves().size() > 1);
    }

    /** Where the answers stand, each copy on each shelf. */
    List<Long> positions(View view, Question question) {
        return mentions(view, question, false).rows().stream()
                .map(Found.Mention::position)
                .toList();
    }

    private Found<Found.Mention> mentions(View view, Question question, boolean eachOnce) {
        return ask(
                view,
                question,
                eachOnce,
                MENTION,
                "select p.*, (select array_agg(id order by id) from mine) from (%s) p order by 1",
                List.of(),
                (row, size) -> new Found.Mention(
                        row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getInt(5)),
                6);
    }

    /** Whether any version of the object can be seen. */
    boolean holds(View view, String id) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                select exists (select from intel.shelf s join intel.entry e on e.shelf = s.id and e.stix_id = ?
                                where s.collection = ?)
                """, Boolean.class, id, view.collection().id()));
    }

    /** What one envelope brought, as far as it is still there. */
    List<Found.Mention> takenWith(UUID status) {
        return jdbc.query(
                "select position, stix_id, version, digits from intel.taken_with(?)",
                (row, n) -> new Found.Mention(row.getLong(1), row.getString(2), "", row.getLong(3), row.getInt(4)),
                status);
    }

    private interface Reading<T> {
        T of(ResultSet row, int size) throws SQLException;
    }

    private <T extends Found.Row> Found<T> ask(
            View view,
            Question question,
            boolean eachOnce,
            String columns,
            String frame,
            List<Object> ofFrame,
            Reading<T> reading,
            int shelvesAt) {
        var branches = Branches.of(question, columns, eachOnce);
        var alone = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        var sql =
                (alone ? ONE_PLAN : "") + "with mine as materialized (select id from intel.shelf where collection = ?) "
                        + frame.formatted(branches.sql(), MOST_BYTES);
        return jdbc.execute(
                (Connection connection) -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setFetchSize(0);
                    return statement;
                },
                (PreparedStatement statement) -> {
                    statement.setObject(1, view.collection().id());
                    for (var i = 0; i < ofFrame.size(); i++) {
                        statement.setObject(i + 2, ofFrame.get(i));
                    }
                    branches.bind(statement, ofFrame.size() + 2);
                    statement.execute();
                    if (alone) {
                        statement.getMoreResults();
                    }
                    return read(statement.getResultSet(), question.limit(), reading, shelvesAt);
                });
    }

    private static <T extends Found.Row> Found<T> read(ResultSet rows, int limit, Reading<T> reading, int shelvesAt)
            throws SQLException {
        var found = new ArrayList<T>();
        List<Integer> shelves = List.of();
        var bytes = 0L;
        while (rows.next()) {
            if (found.isEmpty()) {
                shelves = shelves(rows.getArray(shelvesAt));
            }
            var row = reading.of(rows, found.size());
            bytes += row instanceof Found.Raw raw ? raw.size() : 0;
            found.add(row);
        }
        var more = found.size() > limit || bytes >= MOST_BYTES;
        return new Found<>(found.subList(0, Math.min(found.size(), limit)), more, shelves);
    }

    private static List<Integer> shelves(Array column) throws SQLException {
        return Arrays.asList((Integer[]) column.getArray());
    }
}
