package noroshi.database;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.bench.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who reads is computed once for a statement, never once for a row: every policy's plan, with many rows. */
class PlansTests {
    private static final Connections DATABASE = TestDatabase.fresh();
    private static final String SOMEBODY = "00000000-0000-4000-8000-0000000000aa";

    private static final List<String> CONDITIONS =
            List.of("Filter", "Index Cond", "Recheck Cond", "Join Filter", "Hash Cond", "One-Time Filter");

    /** Read by one key, where the question is asked for a handful of rows and depends on the row's own topic. */
    private static final Map<String, String> ASKED_BY_KEY = Map.ofEntries(
            entry("topic.audience", "topic"),
            entry("topic.onward", "topic"),
            entry("topic.asker", "onward"),
            entry("community.request", "community"),
            entry("desk.brought", "matter"),
            entry("desk.reporter", "matter"),
            entry("desk.step", "matter"),
            entry("desk.recipient", "matter"),
            entry("desk.departure", "matter"),
            entry("desk.withheld", "matter"),
            entry("desk.proposal", "matter"),
            entry("desk.support", "matter"),
            entry("desk.finding", "support"),
            entry("desk.track", "matter"),
            entry("desk.track_word", "track"),
            entry("desk.track_reader", "track"),
            entry("vendor.handover", "matter"),
            entry("sanitised.chain", "manuscript"),
            entry("sanitised.copy", "manuscript"),
            entry("sanitised.asking", "manuscript"),
            entry("sanitised.answer", "manuscript"),
            entry("sanitised.override", "manuscript"));

    /** Behind a cheaper condition that nearly all rows fulfil: only what was withdrawn asks for its source. */
    private static final Pattern WITHDRAWN_ONLY = Pattern.compile("state = 'published'::text\\) OR topic\\.source\\(");

    /** Calls of our own functions: they look at the reader's seats and belongings, or at who wrote what. */
    private static Pattern asking = Pattern.compile("");

    @BeforeAll
    static void build() throws SQLException {
        asking = Pattern.compile(strings("""
                select n.nspname || '\\.' || p.proname || '\\('
                  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where pg_get_userbyid(n.nspowner) = current_user and n.nspname <> 'public' and p.provolatile <> 'i'
                """).stream().collect(Collectors.joining("|", "\\b(", ")")));
        try (var owner = DATABASE.asOwner()) {
            new Town(500, 2_000, 50, 20_000, 40_000).build(owner);
            for (var rows : FullShelves.STATEMENTS) {
                owner.createStatement().execute(rows);
            }
            owner.createStatement().execute("analyze");
        }
    }

    @ParameterizedTest
    @MethodSource("reading")
    void whoReadsIsComputedOnce(String table) throws SQLException {
        var key = ASKED_BY_KEY.get(table);
        var where = key == null ? "" : " where " + key + " = '" + SOMEBODY + "'";
        assertThat(complaints("select count(*) from " + table + where)
                        .filter(complaint -> key == null || !complaint.startsWith("asked for each row")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whoWritesLooksAtNoOtherRows(String statement) throws SQLException {
        assertThat(complaints(statement).filter(complaint -> !complaint.startsWith("asked for each row")))
                .isEmpty();
    }

    /** The naive rule: right, and a hundred times slower. */
    @Test
    void aQuestionForEachRowIsFound() throws SQLException {
        var naive = "alter policy readable on topic.topic using (addressees && membership.principals())";
        assertThat(complaints(naive, "select count(*) from topic.topic"))
                .singleElement()
                .asString()
                .startsWith("asked for each row");
    }

    /** The naive child rule: walks all topics for every comment. */
    @Test
    void aWalkForEachRowIsFound() throws SQLException {
        var naive = """
                alter policy readable on topic.comment
                using (exists (select from topic.topic t where t.id::text = topic::text || '' and t.title < body))
                """;
        assertThat(complaints(naive, "select count(*) from topic.comment"))
                .singleElement()
                .asString()
                .startsWith("walks");
    }

    private static Stream<String> reading() throws SQLException {
        return strings("""
                select distinct schemaname || '.' || tablename from pg_policies
                 where cmd in ('SELECT', 'ALL')
                   and has_any_column_privilege('%s', schemaname || '.' || tablename, 'select')
                """.formatted(DATABASE.application().user())).stream();
    }

    /** A change of one row by its key, or of any row where the key cannot be selected. */
    private static Stream<String> writing() throws SQLException {
        var granted = "has_column_privilege('" + DATABASE.application().user() + "', a.attrelid, a.attnum, '%s')";
        var changes = strings("""
                select concat('update ', t, ' set ', c, ' = ', c, ' where ', k, ' = ', quote_literal('%s'))
                  from (select p.t, (select min(quote_ident(a.attname)) from pg_attribute a
                                      where a.attrelid = p.t::regclass and a.attnum > 0 and not a.attisdropped
                                        and %s and %s) as c,
                               (select min(quote_ident(a.attname)) from pg_attribute a
                                 where a.attrelid = p.t::regclass and a.atttypid = 'uuid'::regtype
                                   and a.attnum = any (select unnest(i.indkey) from pg_index i
                                                        where i.indrelid = a.attrelid and i.indisprimary)) as k
                          from (select distinct schemaname || '.' || tablename as t from pg_policies
                                 where cmd in ('UPDATE', 'ALL')) p) x
                 where c is not null and k is not null
                """.formatted(SOMEBODY, granted.formatted("update"), granted.formatted("select")));
        var additions = strings("""
                select 'insert into ' || p.t || ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                       || ') select '
                       || string_agg('null::' || format_type(a.atttypid, null), ', ' order by a.attnum)
                  from (select distinct schemaname || '.' || tablename as t from pg_policies
                         where cmd in ('INSERT', 'ALL')) p
                  join pg_attribute a on a.attrelid = p.t::regclass and a.attnum > 0 and not a.attisdropped
                                     and a.attidentity = '' and a.attgenerated = ''
                 where %s
                 group by p.t
                """.formatted(granted.formatted("insert")));
        return Stream.concat(changes.stream(), additions.stream());
    }

    /** What is wrong with the plan of the last statement, after the others; nothing of it stays. */
    private static Stream<String> complaints(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(
                DATABASE.url(),
                TestDatabase.superuser().user(),
                TestDatabase.superuser().password())) {
            connection.setAutoCommit(false);
            for (int i = 0; i < statements.length - 1; i++) {
                connection.createStatement().execute(statements[i]);
            }
            connection
                    .createStatement()
                    .execute("set local role " + DATABASE.application().user());
            var reader = one(connection, "select id::text from membership.person where login = 'bench7'");
            one(connection, "select set_config('noroshi.person', '" + reader + "', true)");
            var plan = one(connection, "explain (format json) " + statements[statements.length - 1]);
            connection.rollback();
            var found = new ArrayList<String>();
            walk(JsonMapper.shared().readTree(plan).get(0).get("Plan"), hashed(plan), false, found);
            return found.stream();
        }
    }

    private static Set<String> hashed(String plan) {
        return Pattern.compile("hashed (SubPlan \\d+)")
                .matcher(plan)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static void walk(JsonNode node, Set<String> hashed, boolean forEachRow, List<String> found) {
        var relation = node.path("Parent Relationship").asString("");
        if (relation.equals("InitPlan")) {
            return; // once for the statement
        }
        var name = node.path("Subplan Name").asString("");
        var repeated = forEachRow || (relation.equals("SubPlan") && !hashed.contains(name));
        if (repeated && node.has("Relation Name") && !byKey(node)) {
            found.add("walks " + node.path("Relation Name").asString("") + " for each row");
        }
        for (var condition : CONDITIONS) {
            var text = WITHDRAWN_ONLY
                    .matcher(node.path(condition).asString(""))
                    .replaceAll("state = 'published'::text) OR (");
            if (asking.matcher(text).find()
                    && !node.path("Node Type").asString("").equals("Result")) {
                found.add("asked for each row: " + text);
            }
        }
        node.path("Plans").forEach(child -> walk(child, hashed, repeated, found));
    }

    /** A probe for one row, not a walk through a range of the index or the table. */
    private static boolean byKey(JsonNode scan) {
        return scan.path("Index Cond").asString("").contains(" = ")
                || (scan.path("Node Type").asString("").equals("Bitmap Heap Scan")
                        && scan.path("Recheck Cond").asString("").contains(" = "));
    }

    private static List<String> strings(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var owner = DATABASE.asOwner();
                var rows = owner.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
