package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second wall, table by table, read from the catalogue: a table that is added later is asked the same questions. */
class WallTests {
    private static final String OURS = """
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where pg_get_userbyid(n.nspowner) = current_user and n.nspname not in ('flyway', 'public')
            """;
    private static final List<String> COMMANDS = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

    /** Values that make a row as visible as it can be: addressed to everyone, of somebody, open, published. */
    private static final String ROW = """
            select string_agg(quote_ident(a.attname), ', '), string_agg(
                   case when a.atttypid = 'uuid'::regtype then quote_literal('00000000-0000-4000-8000-000000000001')
                        when a.atttypid = 'uuid[]'::regtype then 'array[membership.everyone()]'
                        when a.atttypid = 'boolean'::regtype then 'false'
                        when a.atttypid = 'jsonb'::regtype then quote_literal('{}')
                        when a.atttypid = 'bigint[]'::regtype then quote_literal('{1}')
                        when a.atttypid = 'bytea'::regtype then quote_literal('\\x00')
                        when a.atttypid = 'time'::regtype then quote_literal('12:00')
                        when a.atttypid = 'cidr'::regtype then quote_literal('192.0.2.0/24')
                        when a.atttypid = 'tsvector'::regtype then quote_literal('word')
                        when a.atttypid in ('text'::regtype, 'text[]'::regtype)
                             then 'array[''open'']::text[]' || case a.atttypid when 'text'::regtype then '[1]' else '' end
                        when a.atttypid in ('timestamptz'::regtype, 'date'::regtype) then 'now()'
                        else '1' end, ', ')
              from pg_attribute a
             where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
               and a.attgenerated = ''
               and a.attname not in ('closed_at', 'removed_at', 'until', 'left_on')
            """;

    private static final Connections DATABASE = TestDatabase.fresh();

    /** One row in every table. Whether it makes sense does not matter here, so nothing checks it. */
    @BeforeAll
    static void fill() throws SQLException {
        try (var owner = DATABASE.asOwner()) {
            for (var rule : strings(owner, """
                    select format('alter table %s drop constraint if exists %I cascade', k.conrelid::regclass, k.conname)
                      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                     where k.contype in ('f', 'c') and pg_get_userbyid(n.nspowner) = current_user
                       and n.nspname not in ('flyway', 'public') order by k.contype desc
                    """)) {
                owner.createStatement().execute(rule);
            }
            for (var table : tables(owner)) {
                owner.createStatement().execute("alter table " + table + " disable trigger user");
                try (var query = owner.prepareStatement(ROW)) {
                    query.setString(1, table);
                    var row = query.executeQuery();
                    row.next();
                    owner.createStatement()
                            .execute("insert into " + table + " (" + row.getString(1) + ") values (" + row.getString(2)
                                    + ") on conflict do nothing");
                }
            }
        }
    }

    @Test
    void onlyTheListedTablesStandBeforeTheWall() throws SQLException {
        try (var owner = DATABASE.asOwner()) {
            assertThat(strings(
                            owner,
                            "select n.nspname || '.' || c.relname" + OURS
                                    + " and c.relkind = 'r' and not c.relrowsecurity"))
                    .containsExactlyInAnyOrderElementsOf(
                            Papers.table("Before the wall").keySet());
        }
    }

    @Test
    void theApplicationOwnsNothing() throws SQLException {
        try (var owner = DATABASE.asOwner();
                var query = owner.prepareStatement("""
                        select (select count(*) from pg_class where relowner = r.oid)
                             + (select count(*) from pg_proc where proowner = r.oid)
                             + (select count(*) from pg_namespace where nspowner = r.oid)
                             + (select count(*) from pg_type where typowner = r.oid)
                             + (select count(*) from pg_auth_members where member = r.oid)
                          from pg_roles r where rolname = ? and not rolsuper and not rolbypassrls
                        """)) {
            query.setString(1, DATABASE.application().user());
            var rows = query.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    /** A policy for everything the application may do, and no policy for what it may not do anyway. */
    @Test
    void everyGrantHasItsPolicyAndEveryPolicyItsGrant() throws SQLException {
        var faults = new ArrayList<String>();
        try (var owner = DATABASE.asOwner()) {
            for (var table : walled(owner)) {
                for (var command : COMMANDS) {
                    var granted = granted(owner, table, command);
                    var policies = strings(
                            owner,
                            "select cmd from pg_policies where schemaname || '.' || tablename = '" + table + "'");
                    if (granted && !policies.contains(command) && !policies.contains("ALL")) {
                        faults.add(table + " " + command + " has no policy");
                    }
                    if (!granted && policies.contains(command)) {
                        faults.add(table + " " + command + " has a policy and no grant");
                    }
                }
                for (var command : List.of("TRUNCATE", "REFERENCES", "TRIGGER")) {
                    if (granted(owner, table, command)) {
                        faults.add(table + " " + command + " is granted");
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPolicyIsForTheApplicationAndPermissive() throws SQLException {
        try (var owner = DATABASE.asOwner()) {
            assertThat(strings(owner, """
                    select schemaname || '.' || tablename || ' ' || policyname from pg_policies
                     where roles <> array['%s']::name[] or permissive <> 'PERMISSIVE'
                    """.formatted(DATABASE.application().user())))
                    .isEmpty();
        }
    }

    /** A view of the owner's would show the application everything. */
    @Test
    void everyViewAsksForTheOneWhoLooks() throws SQLException {
        try (var owner = DATABASE.asOwner()) {
            assertThat(strings(owner, "select c.oid::regclass::text" + OURS + """
                     and c.relkind in ('v', 'm')
                     and (c.relkind = 'm' or not coalesce(c.reloptions @> '{security_invoker=true}', false))
                    """))
                    .isEmpty();
        }
    }

    @Test
    void withNoReaderSetNothingIsVisible() throws SQLException {
        assertThat(visible("")).as("to nobody").isEmpty();
    }

    /** The rows are there, and some are for everybody: without this the test before could not fail. */
    @Test
    void theRowsAreThere() throws SQLException {
        try (var owner = DATABASE.asOwner()) {
            for (var table : tables(owner)) {
                assertThat(strings(owner, "select count(*)::text from " + table))
                        .as(table)
                        .doesNotContain("0");
            }
            owner.createStatement().execute("""
                    update membership.seat set until = null, since = '2020-01-01';
                    update membership.organisation set status = 'active';
                    update membership.person set status = 'active'
                    """);
        }
        assertThat(visible("00000000-0000-4000-8000-000000000001"))
                .contains("topic.topic", "topic.comment", "topic.reading", "intel.object", "community.community")
                .as("to somebody who takes part and administers nothing")
                .doesNotContain("membership.application");
    }

    /** What the application sees for a reader, of the tables behind the wall. */
    private static List<String> visible(String reader) throws SQLException {
        var seen = new ArrayList<String>();
        try (var owner = DATABASE.asOwner();
                var application = DATABASE.asApplication()) {
            application.setAutoCommit(false);
            application.createStatement().execute("select set_config('noroshi.person', '" + reader + "', true)");
            for (var table : walled(owner)) {
                if (granted(owner, table, "SELECT")
                        && !strings(application, "select count(*)::text from " + table)
                                .equals(List.of("0"))) {
                    seen.add(table);
                }
            }
        }
        return seen;
    }

    private static boolean granted(Connection owner, String table, String command) throws SQLException {
        var columns = COMMANDS.subList(0, 3).contains(command);
        var role = DATABASE.application().user();
        var privilege = columns
                ? "has_any_column_privilege('%s', '%s', '%s')".formatted(role, table, command)
                : "has_table_privilege('%s', '%s', '%s')".formatted(role, table, command);
        return strings(owner, "select " + privilege + "::text").equals(List.of("true"));
    }

    private static List<String> tables(Connection owner) throws SQLException {
        return strings(owner, "select n.nspname || '.' || c.relname" + OURS + " and c.relkind = 'r' order by 1");
    }

    private static List<String> walled(Connection owner) throws SQLException {
        return strings(
                owner,
                "select n.nspname || '.' || c.relname" + OURS + " and c.relkind = 'r' and c.relrowsecurity order by 1");
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
