package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import noroshi.bench.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Among thousands of assets the planner reads by other ways than among a few; the answers are the same. */
class GuardingManyAssetsTests {
    private static final Connections DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void build() throws SQLException {
        try (var owner = DATABASE.asOwner();
                var statement = owner.createStatement()) {
            new Town(20, 500, 5, 20, 20).build(owner);
            statement.execute("""
                    insert into asset.asset (organisation, kind, value, shown, host, hosts, network, state, asked_by, asked_at,
                                             decided_by, decided_at, expires_at)
                    select o.id, a.kind, a.value, a.value, a.host, a.hosts, a.network, 'registered', p.id, now(), d.id, now(),
                           now() + interval '1 year'
                      from (select id from membership.organisation where code like 'bench%' limit 1) o,
                           (select id from membership.person where login = 'bench7') p,
                           (select id from membership.person where login = 'bench8') d,
                           generate_series(1, 2000) n,
                           lateral (values
                               ('DOMAIN', 'n' || n || '.example', 'n' || n || '.example', '{}'::text[], null::cidr),
                               ('URL', 'https://w' || n || '.example/a/', 'w' || n || '.example',
                                array['w' || n || '.example', 'example'], null),
                               ('ADDRESS', '2001:db8::' || to_hex(n), null, '{}', ('2001:db8::' || to_hex(n))::cidr))
                           as a (kind, value, host, hosts, network)
                    """);
            statement.execute("analyze asset.asset");
        }
    }

    private static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of("n7.example example", "", "", true),
                Arguments.of("w7.example example", "", "", true),
                Arguments.of("x.example", "", "", false),
                Arguments.of("w7.example", "https://w7.example/a/login", "", true),
                Arguments.of("w7.example", "https://w7.example/b/", "", false),
                Arguments.of("x.example", "https://x.example/a/", "", false),
                Arguments.of("", "", "2001:db8::7", true),
                Arguments.of("", "", "2001:db9::7", false),
                Arguments.of("", "https://[2001:db8::7]/", "2001:db8::7", true));
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatTouchesAnAssetIsFound(String name, String url, String network, boolean touched) throws SQLException {
        try (var application = DATABASE.asApplication();
                var statement = application.prepareStatement("select * from asset.guarded(?, ?, ?, null)")) {
            statement.setArray(1, application.createArrayOf("text", new Object[] {name}));
            statement.setArray(2, application.createArrayOf("text", new Object[] {url}));
            statement.setArray(3, application.createArrayOf("text", new Object[] {network}));
            assertThat(statement.executeQuery().next()).isEqualTo(touched);
        }
    }

    /** One's own is found by the same rule; whoever names another organisation hears nothing. */
    @Test
    void whoseItIsIsToldToThatOrganisationAlone() throws SQLException {
        assertThat(own("=")).isTrue();
        assertThat(own("<>")).isFalse();
    }

    /** Whether a person for whose organisation this holds, beside the one that registered it, finds it as that one's. */
    private static boolean own(String compared) throws SQLException {
        try (var owner = DATABASE.asOwner();
                var application = DATABASE.asApplication();
                var people = owner.createStatement().executeQuery("""
                        select s.person, a.organisation
                          from membership.seat s, (select organisation from asset.asset limit 1) a
                         where s.until is null and s.organisation %s a.organisation limit 1
                        """.formatted(compared))) {
            assertThat(people.next()).isTrue();
            application.setAutoCommit(false);
            try (var ask = application.prepareStatement(
                    "select set_config('noroshi.person', ?, true), asset.guarded('{n7.example}', '{\"\"}', '{\"\"}', ?::uuid)")) {
                ask.setString(1, people.getString(1));
                ask.setString(2, people.getString(2));
                return ask.executeQuery().next();
            }
        }
    }
}
