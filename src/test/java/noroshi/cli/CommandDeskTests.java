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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.database.DataFolder;
import noroshi.shared.NotFound;
import noroshi.site.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Only who can read the secret file may give orders, and every order is remembered. */
class CommandDeskTests {
    @TempDir
    private Path folder = Path.of(".");

    private final List<Object> remembered = new ArrayList<>();
    private Optional<CommandDesk> desk = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        var orders = new Orders(
                List.of(new Measure(), new Refuse()),
                remembered::add,
                TransactionOperations.withoutTransaction(),
                new Words(),
                Optional.empty());
        var opened = new CommandDesk(orders, data());
        opened.open(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));
        desk = Optional.of(opened);
    }

    @AfterEach
    void close() throws IOException {
        desk.orElseThrow().destroy();
        assertThat(Door.find(data())).isEmpty();
    }

    @Test
    void anOrderIsCarriedOutAndRemembered() throws Exception {
        var answer = post(door().secret(), order("measure") + "\n12345");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"bytes\":5").contains("\"unit\":\"B\"");
        assertThat(remembered).hasSize(1).first().isInstanceOfSatisfying(CommandGiven.class, given -> {
            assertThat(given.command()).isEqualTo("measure");
            assertThat(given.operator()).isEqualTo("root");
        });
    }

    @Test
    void aRefusalIsSaidInWords() throws Exception {
        var answer = post(door().secret(), order("refuse"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("refusal").doesNotContain("Exception");
    }

    @Test
    void withoutTheSecretTheDoorStaysShut() throws Exception {
        assertThat(post("guess", order("measure")).statusCode()).isEqualTo(403);
        assertThat(remembered).isEmpty();
    }

    @Test
    void nonsenseIsRefused() throws Exception {
        assertThat(post(door().secret(), "{").statusCode()).isEqualTo(400);
        assertThat(post(door().secret(), order("unknown")).statusCode()).isEqualTo(409);
        assertThat(remembered).isEmpty();
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
