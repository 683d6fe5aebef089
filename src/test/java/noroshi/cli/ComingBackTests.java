package noroshi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.membership.signin.Totp;
import noroshi.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A platform is lost with its machine: what two people kept, the backup and the key file, brings all of it back. */
@Tag("journey")
class ComingBackTests {
    private static final Pattern LINK = Pattern.compile("open \\S+(/setup/\\S+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "烽火台の見張りは夜明け前に交代する";

    @TempDir
    private Path folder = Path.of(".");

    private final Totp app = Totp.random();

    private HttpClient browser = client();

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @Test
    void filesAndSignInsComeBackInAFreshFolder() throws Exception {
        var archive = folder.resolve("kept.zip");
        var keys = folder.resolve("keys.txt");
        var file = keep(archive, keys);

        var fresh = new Platform(Files.createDirectory(folder.resolve("fresh")));
        var without = fresh.order("restore", archive.toString());
        assertThat(without.code()).as(without.said()).isEqualTo(Exit.REFUSED);
        assertThat(without.said()).contains("no stored file opens", "nobody signs in with password", "--without-keys");
        var nowhere = fresh.order("restore", "--key", "/nope", archive.toString());
        assertThat(nowhere.code()).isEqualTo(Exit.WRONG_USE);
        assertThat(nowhere.said().strip()).isEqualTo("There is no key file to read at /nope");
        var zip = fresh.order("restore", "--key", archive.toString(), archive.toString());
        assertThat(zip.code()).isEqualTo(Exit.REFUSED);
        assertThat(zip.said()).contains("this is not a key file");

        Files.writeString(folder.resolve("fresh/secrets/sign-in-key"), "");
        var restored = fresh.order("restore", "--key", keys.toString(), archive.toString());
        assertThat(restored.code()).as(restored.said()).isEqualTo(Exit.DONE);
        assertThat(restored.said())
                .contains("secrets/sign-in-key held no key any more and is called sign-in-key.before-restore now.");
        try (fresh) {
            fresh.start();
            assertThat(signIn(fresh).statusCode()).isEqualTo(303);
            assertThat(post(fresh, "/files/" + file + "/quarantine", "/files/" + file + "/sample", Map.of())
                            .statusCode())
                    .isEqualTo(200);
            var doctor = fresh.order("doctor");
            assertThat(doctor.code()).as(doctor.said()).isEqualTo(Exit.DONE);
            assertThat(doctor.said().lines().filter(line -> line.contains("1 tried, all open")))
                    .hasSize(2);
        }
        withoutKeys(archive);
    }

    /** Nobody learns which logins exist; the doctor tells the operator what is wrong. */
    private void withoutKeys(Path archive) throws Exception {
        try (var shut = new Platform(Files.createDirectory(folder.resolve("shut")))) {
            var restored = shut.order("restore", "--without-keys", archive.toString());
            assertThat(restored.code()).as(restored.said()).isEqualTo(Exit.DONE);
            assertThat(restored.said()).contains("Restored, but without sign-in-key nobody signs in with password");
            shut.start();
            assertThat(signIn(shut).statusCode()).isEqualTo(422);
            var doctor = shut.order("doctor");
            assertThat(doctor.code()).as(doctor.said()).isEqualTo(Exit.REFUSED);
            assertThat(doctor.said()).contains("1 of 1 tried do not open with this key");
        }
    }

    /** A platform with one person who signs in with password and app, and one file; answers with the file's id. */
    private UUID keep(Path archive, Path keys) throws Exception {
        try (var platform = new Platform(Files.createDirectory(folder.resolve("first")))) {
            platform.start();
            var link = LINK.matcher(platform.said());
            assertThat(link.find()).isTrue();
            var setup = Map.of("centre", "対処調整センター", "centreEn", "The Centre", "name", "管理 花子", "login", "hanako");
            assertThat(post(platform, link.group(1), link.group(1), setup).statusCode())
                    .isEqualTo(303);
            var code = app.code(Instant.now().getEpochSecond() / 30 - 1);
            var password = Map.of("password", PASSWORD, "key", app.text(), "code", code);
            assertThat(post(platform, "/welcome", "/welcome/password", password).statusCode())
                    .isEqualTo(303);
            var file = attach(platform);

            var key = platform.order("backup", "--key");
            assertThat(key.code()).as(key.said()).isEqualTo(Exit.DONE);
            Files.writeString(keys, key.said());
            var backup = platform.order("backup", archive.toString());
            assertThat(backup.code()).as(backup.said()).isEqualTo(Exit.DONE);
            return file;
        }
    }

    private UUID attach(Platform platform) throws Exception {
        var words = "--name 広場 --name-en Lobby --meaning 参加者 --meaning-en Members --lead hanako --as hanako --json";
        var order = ("community create lobby " + words).split(" ");
        var made = platform.order(order);
        assertThat(made.code()).as(made.said()).isEqualTo(Exit.DONE);
        var community = JsonMapper.shared().readTree(made.said()).path("id").asString();
        var token = token(platform, "/topics/new");
        var part = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        var body = part.formatted("_csrf", "", token)
                + part.formatted("title", "", "改札の構成")
                + part.formatted("body", "", "構成図を添えます。")
                + part.formatted("audience", "", "community:" + community)
                + part.formatted("files", "; filename=\"plan.txt\"", "第一層から第三層まで")
                + "--part--\r\n";
        var posted = send(request(platform, "/topics")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(303);
        try (var owner = platform.asOwner();
                var files = owner.createStatement().executeQuery("select id from topic.file")) {
            assertThat(files.next()).isTrue();
            return files.getObject(1, UUID.class);
        }
    }

    private HttpResponse<String> signIn(Platform platform) throws Exception {
        browser = client();
        var code = app.code(Instant.now().getEpochSecond() / 30 + 1);
        return post(platform, "/sign-in", "/sign-in", Map.of("login", "hanako", "password", PASSWORD, "code", code));
    }

    /** As the form on the page sends it. */
    private HttpResponse<String> post(Platform platform, String page, String to, Map<String, String> typed)
            throws Exception {
        var body = typed.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token(platform, page) + "&", ""));
        return send(request(platform, to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String token(Platform platform, String page) throws Exception {
        var form = TOKEN.matcher(send(request(platform, page)).body());
        assertThat(form.find()).as(page).isTrue();
        return form.group(1);
    }

    private static HttpRequest.Builder request(Platform platform, String path) throws Exception {
        return HttpRequest.newBuilder(URI.create(platform.address().resolve("/") + path.substring(1)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
