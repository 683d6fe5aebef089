package noroshi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start as an operator meets it: the first one, the next one after kill -9, and those that are refused. */
@Tag("journey")
class StartingTests {
    private static final Pattern LINK =
            Pattern.compile("Nobody administers this platform yet.* open (\\S+/setup/\\S+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder = Path.of(".");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void theFirstStartLeadsToTheFirstAdministratorOnce() throws Exception {
        var port = free();
        var site = "http://localhost:" + port;
        try (var platform = new Platform(folder, Map.of("PORT", Integer.toString(port)))) {
            platform.start();
            assertThat(platform.said().lines().toList())
                    .last()
                    .isEqualTo("Noroshi is ready: http://127.0.0.1:" + port + "/");
            assertThat(get(site + "/livez").statusCode()).isEqualTo(200);
            assertThat(get(site + "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(site + "/sign-in").body()).doesNotContain("/sign-in/demo");

            var link = link(platform);
            assertThat(link).startsWith(site);
            assertThat(Files.readString(folder.resolve("log/noroshi.log"))).doesNotContain("/setup/");
            var taken = post(
                    link, Map.of("centre", "対処調整センター", "centreEn", "The Centre", "name", "管理 花子", "login", "hanako"));
            assertThat(taken.statusCode()).isEqualTo(303);
            assertThat(get(site + "/welcome").body()).contains("hanako");
            assertThat(get(link).statusCode()).isEqualTo(404);

            aSecondIsRefusedAndTheFirstGoesOn(platform, site);
            theCommandLineFindsIt(platform);

            platform.kill();
            var database = platform.postgres();
            database.destroyForcibly();
            database.onExit().get();
            Files.writeString(folder.resolve("postgresql/port"), "");
            platform.start();
            assertThat(platform.said()).doesNotContain("/setup/");
            assertThat(get(link).statusCode()).isEqualTo(404);
            assertThat(get(site + "/welcome").body()).contains("hanako");
        }
    }

    private static String link(Platform platform) throws Exception {
        var found = LINK.matcher(platform.said());
        assertThat(found.find()).as(platform.said()).isTrue();
        return found.group(1);
    }

    private void aSecondIsRefusedAndTheFirstGoesOn(Platform platform, String site) throws Exception {
        refused(platform, Map.of(), "another Noroshi is running on " + folder);
        assertThat(get(site + "/readyz").statusCode()).isEqualTo(200);
    }

    private static void theCommandLineFindsIt(Platform platform) throws Exception {
        var well = platform.order("doctor", "--json");
        assertThat(well.code()).as(well.said()).isEqualTo(Exit.DONE);
        assertThat(well.said()).contains("\"well\"").doesNotContain("not running");
        var list = platform.order("organisation", "list", "--json", "--as", "hanako");
        assertThat(list.code()).as(list.said()).isEqualTo(Exit.DONE);
        assertThat(list.said()).contains("対処調整センター");
        var nobody = platform.order("member", "suspend", "nobody-by-this-name", "--as", "hanako");
        assertThat(nobody.code()).as(nobody.said()).isEqualTo(Exit.REFUSED);
        assertThat(nobody.said()).isNotBlank().doesNotContain("Exception");
        assertThat(platform.order("restore", "pom.xml").code()).isEqualTo(Exit.NOT_REACHED);
    }

    @Test
    void whatCannotStartSaysWhyInOneSentence() throws Exception {
        var platform = new Platform(folder);
        try (var somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken = Integer.toString(somebody.getLocalPort());
            refused(platform, Map.of("PORT", taken), "port " + taken + " of 127.0.0.1 cannot be used");
        }
        assertThat(folder.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
        refused(platform, Map.of("PORT", "http"), "PORT must be a number from 0 to 65535, not http");
        refused(platform, Map.of("NOROSHI_BIND", "no such address"), "NOROSHI_BIND must be an address");

        refused(platform, Map.of("NOROSHI_TZ", "Mars/X"), "NOROSHI_TZ must name a time zone");

        var file = Files.writeString(folder.resolve("file"), "");
        refused(platform, Map.of("NOROSHI_DATA", file.toString()), file + " is a file, not a folder");

        var emptied = folder.resolve("emptied");
        Files.createDirectories(emptied.resolve("secrets"));
        var key = Files.writeString(emptied.resolve("secrets/sign-in-key"), "\n");
        refused(platform, Map.of("NOROSHI_DATA", emptied.toString()), key + " is empty and holds no secret; put back");
        assertThat(emptied.resolve("postgresql")).doesNotExist();

        var external = Map.of("NOROSHI_DB_URL", "jdbc:postgresql://127.0.0.1:1/noroshi");
        refused(platform, external, "NOROSHI_DB_USER is not");
        var complete = Map.of(
                "NOROSHI_DB_URL", "jdbc:postgresql://127.0.0.1:1/noroshi",
                "NOROSHI_DB_USER", "app",
                "NOROSHI_DB_PASSWORD", "secret-of-the-app",
                "NOROSHI_DB_OWNER_USER", "owner",
                "NOROSHI_DB_OWNER_PASSWORD", "secret-of-the-owner");
        refused(platform, complete, "the database does not answer the role app");

        var order = platform.order("organisation", "list", "--json", "--as", "ada");
        assertThat(order.code()).isEqualTo(Exit.NOT_REACHED);
        assertThat(order.said()).contains("Noroshi is not running on " + folder);
    }

    private static void refused(Platform platform, Map<String, String> settings, String why) throws Exception {
        var ended = platform.refused(settings);
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said())
                .contains("Noroshi cannot start: ", why)
                .doesNotContain("Exception", "\tat ", "APPLICATION FAILED", "secret-of");
    }

    private HttpResponse<String> get(String address) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    /** As the form on the page sends it. */
    private HttpResponse<String> post(String address, Map<String, String> typed) throws Exception {
        var form = TOKEN.matcher(get(address).body());
        assertThat(form.find()).isTrue();
        var body = typed.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + form.group(1) + "&", ""));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int free() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
