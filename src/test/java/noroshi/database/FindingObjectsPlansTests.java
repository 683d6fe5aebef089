package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import noroshi.bench.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Finding objects reads what it finds, not the library: counted in pages of the database, for readers and strangers. */
class FindingObjectsPlansTests {
    private static final Connections DATABASE = TestDatabase.fresh();

    /** Reading all rows takes many hundreds. */
    private static final int FEW = 200;

    private static final String READER = "bench7";
    private static final String STRANGER = "bench8";

    @BeforeAll
    static void build() throws SQLException {
        try (var owner = DATABASE.asOwner()) {
            new Town(20, 500, 5, 200, 200).build(owner);
            execute(owner, """
                    insert into intel.bundle (id, stix_id, organisation, imported_by, imported_at, file_name, sha256, tlp, taken,
                                              known, refused, addressees, keeper)
                    select p.id, 'bundle--1', p.id, p.id, now(), 'f', encode(sha256(p.login::bytea), 'hex'), 'AMBER', 1, 0, 0,
                           array[p.id], p.id
                      from membership.person p where p.login in ('bench7', 'bench9')
                    """);
            execute(owner, """
                    insert into intel.object (id, organisation, bundle, stix_id, type, modified, name, marked, tlp, raw, sha256,
                                              content, json, addressees, keeper)
                    select gen_random_uuid(), b.keeper, b.id, 'tool--' || n, case when n % 4 = 0 then 'tool' else 'malware' end,
                           now() - n * interval '1 second', 'name' || n, false, 'AMBER', '\\x00', b.sha256,
                           encode(sha256(n::text::bytea), 'hex'), '{}', b.addressees, b.keeper
                      from intel.bundle b, generate_series(1, 20000) n
                    """);
            execute(owner, """
                    update intel.called c set words = ('name' || o.n || ':1A all:2')::tsvector, plain = 'name' || o.n
                      from (select object, substr(stix_id, 7) as n from intel.called) o where o.object = c.object
                    """);
            execute(owner, "vacuum analyze intel.called");
        }
    }

    private static Stream<String> questions() {
        return Stream.of(
                "'''name777'''::tsquery, null, null, null",
                "'''name777'':*'::tsquery, null, null, 'tool'",
                "''::tsquery, '%name777%', null, null",
                "''::tsquery, null, 'tool--777', null",
                "''::tsquery, null, null, 'tool'",
                "''::tsquery, null, null, 'x-nothing'");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatIsFoundIsReadAndNotTheLibrary(String question) throws SQLException {
        assertThat(pages(READER, question)).isLessThan(FEW);
        assertThat(pages(STRANGER, question)).isLessThan(FEW);
    }

    /** A word that all objects share finds a stranger nothing, as cheaply as one that none has. */
    @Test
    void aStrangerLearnsNothingByWaiting() throws SQLException {
        assertThat(pages(STRANGER, "'''all'''::tsquery, null, null, null"))
                .isLessThan(pages(STRANGER, "'''none'''::tsquery, null, null, null") + FEW / 4);
    }

    private static int pages(String person, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(
                DATABASE.url(),
                TestDatabase.superuser().user(),
                TestDatabase.superuser().password())) {
            connection.setAutoCommit(false);
            execute(connection, "set local role " + DATABASE.application().user());
            var id = one(connection, "select id::text from membership.person where login = '" + person + "'");
            one(connection, "select set_config('noroshi.person', '" + id + "', true)");
            var asked = "select * from intel.find_objects(" + question
                    + ", 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51)";
            one(connection, asked); // its plans are made
            var plan = JsonMapper.shared()
                    .readTree(one(connection, "explain (analyze, buffers, format json) " + asked))
                    .get(0)
                    .get("Plan");
            connection.rollback();
            return plan.path("Shared Hit Blocks").intValue()
                    + plan.path("Shared Read Blocks").intValue();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        connection.createStatement().execute(sql);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
