package noroshi.intel.taxii;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads pages of a collection. Each is a merge of short index scans, one for each shelf or lane and state, so that it
 * costs the same wherever it stands and whatever is not wanted between. Outside of a transaction a page names its reader
 * and their rights itself, in the same trip: what is sent together is one transaction.
 */
@Repository
class EntryStore {
    /** Bytes after which a page ends. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /** Planned for its values a page would cost twice as much; it is the same plan whatever they are. */
    private static final String ONE_PLAN = "set_config('plan_cache_mode', 'force_generic_plan', true); ";

    private static final String WHO = "select membership.read_a_page(?); select " + ONE_PLAN;

    /** Working the rights out anew costs a quarter of a page. */
    private static final String KNOWN =
            "select set_config('noroshi.person', ?, true), set_config('noroshi.principals', ?, true), " + ONE_PLAN;

    private static final String MINE = "with mine as materialized (select id from intel.shelf where collection = ?) ";

    /** Which of them the reader may read; before them 0 for one at a provider, from whom TLP:AMBER is kept. */
    private static final String SHELVES = """
            (select case when 0 = any (intel.my_shelves()) then '{0}'::integer[] else '{}' end
                    || array_agg(id order by id) from mine)""";

    /** What its reader gets, one after the other with commas between, and the hash of each of them. */
    private static final String JOINED = MINE + """
            select array_agg(position order by position), array_agg(length(sent) order by position),
                   string_agg(sent, ','::bytea order by position), string_agg(hash, ''::bytea order by position),
                   %s, sum(size),
                   array_agg(source order by position) filter (where veil > 0),
                   array_agg(veil order by position) filter (where veil > 0)
              from (select position, source, size, case when unnamed is null then 0 else veil end as veil,
                           case when plain then raw else unnamed end as sent,
                           case when plain then sha256 else sha256(unnamed) end as hash
                      from (select p.*, unnamed is null or veil <= ? or source = ? as plain from %s p) q) r
            """;

    /** So many bytes are not joined; adding them up costs a quarter of a page. */
    private static final String BOUNDED = """
            (select * from (select b.*, sum(size) over (order by position rows unbounded preceding) - size as before
                              from (%s) b) c
              where before < %d)""";

    private static final String ENTRIES = "intel.entry";

    /** What readers at providers are handed in place of entries; no copy holds a name that somebody else may not read. */
    private static final String COPIES = "intel.outward";

    private static final String MENTION =
            "e.position, e.stix_id, (select l.spec from intel.lane l where l.id = e.lane), e.version, e.digits";

    private final JdbcTemplate jdbc;
    private final Views views;

    EntryStore(JdbcTemplate jdbc, Views views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    Found<Found.Raw> objects(View view, Question question, Eye eye) {
        return rows(
                view,
                question,
                several(view),
                table(view),
                "e.position, e.raw, e.source, e.tlp, e.size, " + veil(view),
                """
                select position, case when unnamed is null or veil <= ? or source = ? then raw else unnamed end, source,
                       tlp, shelves, size, case when unnamed is null then 0 else veil end from (
                  select p.*, %s as shelves,
                         sum(p.size) over (order by p.position rows unbounded preceding) - p.size as before
                    from (%s) p) q
                 where before < %d order by position
                """,
                List.of(eye.upTo(), eye.organisation()),
                row -> new Found.Raw(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getObject(3, UUID.class),
                        Optional.ofNullable(row.getString(4)).map(Tlp::valueOf),
                        row.getInt(6),
                        row.getInt(7)),
                5);
    }

    /**
     * The same in one piece, for whoever hands it on as it is.
     *
     * @param large whether there are objects of which a page may not hold as many as it is asked for
     */
    Joined page(View view, Question question, Eye eye, boolean large) {
        var columns = "e.position, e.raw, e.source, e.size, " + veil(view) + ", e.sha256";
        var branches = Branches.of(question, table(view), columns, view.shelves());
        var rows = branches.sql();
        var sql = JOINED.formatted(SHELVES, large ? BOUNDED.formatted(rows, MOST_BYTES) : "(" + rows + ")");
        var values = List.of(view.collection().id(), eye.upTo(), eye.organisation());
        return ask(sql, values, branches, found -> Joined.read(found, question.limit(), MOST_BYTES));
    }

    Found<Found.Mention> mentions(View view, Question question) {
        return mentions(view, question, several(view), table(view));
    }

    private static String table(View view) {
        return view.ofProvider() ? COPIES : ENTRIES;
    }

    private static String veil(View view) {
        return view.ofProvider() ? "0 as veil, null::bytea as unnamed" : "e.veil, e.unnamed";
    }

    /** Rows do not tell the shelves when there are none, so they are looked for on all that are there now. */
    private static List<Integer> several(View view) {
        return view.shelves().size() > 1 ? view.shelves() : List.of();
    }

    /** The versions that a question means, as they were brought: of those a provider finds its own. */
    List<Long> versions(View view, Question question) {
        return mentions(view, question, several(view), ENTRIES).rows().stream()
                .map(Found.Mention::version)
                .distinct()
                .toList();
    }

    /** Where the answers stand, each copy on each shelf. */
    List<Long> positions(View view, Question question) {
        return mentions(view, question, List.of(), ENTRIES).rows().stream()
                .map(Found.Mention::position)
                .toList();
    }

    private Found<Found.Mention> mentions(View view, Question question, List<Integer> shelves, String table) {
        return rows(
                view,
                question,
                shelves,
                table,
                MENTION,
                "select p.*, %s from (%s) p order by 1",
                List.of(),
                row -> new Found.Mention(
                        row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getInt(5)),
                6);
    }

    /** Whether any version of the object can be seen. */
    boolean holds(View view, String id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (select from intel.shelf s join %s e on e.shelf = s.id and e.stix_id = ?
                                where s.collection = ?)
                """.formatted(table(view)), Boolean.class, id, view.collection().id()));
    }

    /** What one envelope brought, as far as it is still there. */
    List<Found.Mention> takenWith(UUID status) {
        return jdbc.query(
                "select position, stix_id, version, digits from intel.taken_with(?)",
                (row, n) -> new Found.Mention(row.getLong(1), row.getString(2), "", row.getLong(3), row.getInt(4)),
                status);
    }

    private <T extends Found.Row> Found<T> rows(
            View view,
            Question question,
            List<Integer> shelves,
            String table,
            String columns,
            String frame,
            List<Object> ofFrame,
            Reading<T> reading,
            int shelvesAt) {
        var branches = Branches.of(question, table, columns, shelves);
        var sql = MINE + frame.formatted(SHELVES, branches.sql(), MOST_BYTES);
        var values = new ArrayList<Object>(List.of(view.collection().id()));
        values.addAll(ofFrame);
        return ask(sql, values, branches, found -> read(found, question.limit(), reading, shelvesAt));
    }

    /** What stands before a question: who reads, unless a transaction has said so. */
    private record Before(String text, List<String> values, int answers) {
        static Before of(Views views) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                        ? new Before("select " + ONE_PLAN, List.of(), 1)
                        : new Before("", List.of(), 0);
            }
            var person =
                    Acting.current().map(actor -> actor.person().toString()).orElse("");
            return Acting.current()
                    .flatMap(actor -> views.principals(actor.person()))
                    .map(principals -> new Before(KNOWN, List.of(person, principals), 1))
                    .orElse(new Before(WHO, List.of(person), 2));
        }
    }

    private <T> T ask(String sql, List<?> ofFrame, Branches branches, Reading<T> reading) {
        var before = Before.of(views);
        return Objects.requireNonNull(jdbc.execute(
                (Connection connection) -> {
                    var statement = connection.prepareStatement(before.text() + sql);
                    statement.setFetchSize(0);
                    return statement;
                },
                (PreparedStatement statement) -> {
                    var at = 1;
                    for (var value : before.values()) {
                        statement.setString(at++, value);
                    }
                    for (var value : ofFrame) {
                        statement.setObject(at++, value);
                    }
                    branches.bind(statement, at);
                    statement.execute();
                    for (var answer = 0; answer < before.answers(); answer++) {
                        statement.getMoreResults();
                    }
                    return reading.of(statement.getResultSet());
                }));
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
            var row = reading.of(rows);
            bytes += row instanceof Found.Raw raw ? raw.size() : 0;
            found.add(row);
        }
        var more = found.size() > limit || bytes >= MOST_BYTES;
        return new Found<>(found.subList(0, Math.min(found.size(), limit)), more, shelves);
    }

    private static List<Integer> shelves(Array column) throws SQLException {
        return Arrays.asList((Integer[]) column.getArray());
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
