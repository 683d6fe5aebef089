package noroshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.database.DataFolder;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Only who can read the secret file may give orders, and every order is remembered. */
@WholeHouse
class CommandDeskTests {
    @TempDir
    private static Path folder = Path.of(".");

    @Autowired
    private Environment environment;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) {
        properties.add("noroshi.data", folder::toString);
    }

    @Test
    void anOrderIsCarriedOutAndRemembered() throws Exception {
        var answer = post(door().secret(), order("measure") + "\n12345");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"bytes\":5").contains("\"unit\":\"B\"");
        assertThat(remembered()).contains("measure by root via cli");
    }

    @Test
    void aRefusalIsSaidInWords() throws Exception {
        var answer = post(door().secret(), order("refuse"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("refusal").doesNotContain("Exception");
    }

    @Test
    void anEmptyKeyIsNamedInWords() throws Exception {
        var key = data().secretFile("provider-key");
        var held = data().secret("provider-key");
        Files.writeString(key, "");
        try {
            assertThat(post(door().secret(), order("backup key")).body()).contains(key + " is empty");
        } finally {
            Files.writeString(key, held);
        }
    }

    @Test
    void withoutTheSecretTheDoorStaysShut() throws Exception {
        assertThat(post("guess", order("measure")).statusCode()).isEqualTo(403);
        assertThat(remembered()).doesNotContain("unknown by root via cli");
    }

    @Test
    void nonsenseIsRefused() throws Exception {
        assertThat(post(door().secret(), "{").statusCode()).isEqualTo(400);
        assertThat(post(door().secret(), order("unknown")).statusCode()).isEqualTo(409);
        assertThat(remembered()).doesNotContain("unknown by root via cli");
    }

    @Test
    void theSecretIsReadableByItsOwnerOnly() throws Exception {
        var file = data().secretFile("command-line");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private DataFolder data() {
        return new DataFolder(folder);
    }

    private Door door() throws IOException {
        return Door.find(data()).orElseThrow();
    }

    private static String order(String command) {
        return JsonMapper.shared()
                .writeValueAsString(
                        new Order(command, "root", "en", JsonMapper.shared().valueToTree(Map.of("unit", "B"))));
    }

    private HttpResponse<String> post(String secret, String body) throws Exception {
        URI address = door().address();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + secret)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private List<String> remembered() throws SQLException {
        var found = new ArrayList<String>();
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var query = owner.createStatement();
                var rows = query.executeQuery("""
                        select detail ->> 'command' || ' by ' || (detail ->> 'operator') || ' via ' || via
                          from audit.entry where act = 'cli.ordered'
                        """)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @TestConfiguration
    static class Commands {
        @Bean
        Command measure() {
            return new Measure();
        }

        @Bean
        Command refuse() {
            return new Refuse();
        }
    }

    private static final class Measure implements Command {
        @Override
        public String name() {
            return "measure";
        }

        @Override
        public JsonNode handle(JsonNode arguments, InputStream file) throws IOException {
            return JsonMapper.shared()
                    .valueToTree(Map.of(
                            "bytes",
                            file.readAllBytes().length,
                            "unit",
                            arguments.path("unit").asString()));
        }
    }

    private static final class Refuse implements Command {
        @Override
        public String name() {
            return "refuse";
        }

        @Override
        public JsonNode handle(JsonNode arguments, InputStream file) {
            throw new NotFound();
        }
    }
}
