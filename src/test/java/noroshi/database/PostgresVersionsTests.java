package noroshi.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import noroshi.membership.signin.Credentials;
import noroshi.membership.signin.Totp;
import noroshi.shared.Actor;
import noroshi.testing.World;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The platform moves into an empty database of each earlier major version that it promises to serve, and does there what
 * it is for; every other test runs on the built-in one.
 */
@EnabledOnOs(
        value = OS.LINUX,
        architectures = "amd64",
        disabledReason = "The servers of PostgreSQL 15 to 17 are fetched for Linux on amd64 alone.")
class PostgresVersionsTests {
    private static final Path ARCHIVES = Path.of("target/earlier-postgresql");
    private static final String PASSWORD = "烽火台の見張りは夜明け前に交代する";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    static List<Path> archives() throws Exception {
        try (var found = Files.list(ARCHIVES)) {
            return found.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyPromisedVersionIsTried() throws Exception {
        assertThat(archives().stream().map(PostgresVersionsTests::major)).containsExactly("15", "16", "17");
    }

    @ParameterizedTest
    @MethodSource("archives")
    void thePlatformMovesInAndWorks(Path archive) throws Exception {
        var home = Path.of("target/test-postgresql-" + major(archive)).toAbsolutePath();
        try (var server = new EarlierPostgres(archive, home)) {
            var database = server.prepared();
            try (var platform = UpgradeTests.start(database, new DataFolder(home.resolve("data")))) {
                assertThat(platform.getBean(Flyway.class).info().pending()).isEmpty();
                try (var owner = database.asOwner()) {
                    assertThat(text(owner, "show server_version")).startsWith(major(archive) + ".");
                    assertThat(text(owner, "show jit")).isEqualTo("on");
                    World.moveInto(owner);
                }
                plansAreMadeAsOnTheBuiltInOne(platform);
                somebodyPublishesAndTheRightPeopleRead(platform);
                theWallHolds(database);
            }
        }
    }

    private static void plansAreMadeAsOnTheBuiltInOne(ConfigurableApplicationContext platform) throws Exception {
        try (var application = platform.getBean(DataSource.class).getConnection()) {
            assertThat(text(application, "show jit")).isEqualTo("off");
            assertThat(text(application, "show random_page_cost")).isEqualTo("1.1");
        }
    }

    private void somebodyPublishesAndTheRightPeopleRead(ConfigurableApplicationContext platform) throws Exception {
        var address = "http://localhost:" + platform.getEnvironment().getRequiredProperty("local.server.port");
        var word = "駅務室の監視カメラ";
        try (var mika = browser();
                var noor = browser();
                var otto = browser()) {
            signIn(platform, mika, address, "mika", MIKA);
            signIn(platform, noor, address, "noor", NOOR);
            signIn(platform, otto, address, "otto", OTTO);
            var posted = send(
                    mika,
                    address,
                    "/topics",
                    "/topics/new",
                    Map.of(
                            "title",
                            word + "への走査",
                            "body",
                            "送信元は 192.0.2.7 です。",
                            "audience",
                            "community:" + RAIL,
                            "tlp",
                            "AMBER"));
            var topic = posted.uri().getPath();
            assertThat(topic).startsWith("/topics/");
            assertThat(posted.body()).contains(word);
            assertThat(get(noor, address + topic).statusCode()).isEqualTo(200);
            assertThat(get(otto, address + topic).statusCode()).isEqualTo(404);
            var search = address + "/search?q=" + URLEncoder.encode("監視カメラ", UTF_8);
            assertThat(get(noor, search).body()).contains(topic);
            assertThat(get(otto, search).body()).doesNotContain(topic);
        }
    }

    /** Whoever sends SQL with the application's rights and names no reader finds nothing, and may not ask who else reads. */
    private static void theWallHolds(Connections database) throws Exception {
        try (var owner = database.asOwner();
                var application = database.asApplication()) {
            assertThat(text(owner, "select count(*) from pg_policies")).isNotEqualTo("0");
            assertThat(text(application, "select count(*) from topic.topic")).isEqualTo("0");
            assertThat(text(application, "select count(*) from topic.text")).isEqualTo("0");
            application.setAutoCommit(false);
            name(application, NOOR);
            assertThat(text(application, "select count(*) from topic.topic")).isEqualTo("1");
            name(application, OTTO);
            assertThat(text(application, "select count(*) from topic.topic")).isEqualTo("0");
            application.rollback();
        }
    }

    private static void name(Connection application, Actor reader) throws Exception {
        text(application, "select set_config('noroshi.person', '" + reader.person() + "', true)");
    }

    private static void signIn(
            ConfigurableApplicationContext platform, HttpClient browser, String address, String login, Actor actor)
            throws Exception {
        var app = Totp.random();
        var now = Instant.now();
        platform.getBean(Credentials.class).set(PASSWORD, app, code(app, now), actor);
        var home = send(
                browser,
                address,
                "/sign-in",
                "/sign-in",
                Map.of("login", login, "password", PASSWORD, "code", code(app, now.plus(Duration.ofSeconds(30)))));
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.uri().getPath()).as("signed in as " + login).isNotEqualTo("/sign-in");
    }

    private static String code(Totp app, Instant time) throws Exception {
        var codes = new TimeBasedOneTimePasswordGenerator();
        return codes.generateOneTimePasswordString(new SecretKeySpec(app.key(), "RAW"), time);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static HttpResponse<String> get(HttpClient browser, String address) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Fills the form of a page in. */
    private static HttpResponse<String> send(
            HttpClient browser, String address, String to, String page, Map<String, String> fields) throws Exception {
        var token = TOKEN.matcher(get(browser, address + page).body());
        assertThat(token.find()).as("a form on " + page).isTrue();
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + URLEncoder.encode(token.group(1), UTF_8) + "&", ""));
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + to))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String text(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String major(Path archive) {
        return archive.getFileName().toString().replaceFirst(".*-(\\d+)\\.[\\d.]+\\.jar", "$1");
    }
}
