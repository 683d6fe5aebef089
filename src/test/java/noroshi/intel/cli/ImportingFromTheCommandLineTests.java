package noroshi.intel.cli;

import static noroshi.testing.Cast.ED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.shared.RuleBroken;
import noroshi.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@Import(World.class)
class ImportingFromTheCommandLineTests {
    @Autowired
    ImportFile command;

    @Autowired
    IntelLibrary library;

    @Test
    void theCentresEditorImportsWhenNobodyIsNamed() throws IOException {
        var answer = give(bundle("{}"), Map.of("name", "elsewhere/case.json", "language", "en-GB"));
        assertThat(answer.path("partial").asBoolean()).isTrue();
        assertThat(answer.path("taken").asInt()).isEqualTo(1);
        assertThat(answer.path("tlp").asString()).isEqualTo("TLP:AMBER+STRICT");
        assertThat(answer.path("types").path("malware").asInt()).isEqualTo(1);
        assertThat(answer.path("refusals").path(0).path("position").asInt()).isEqualTo(2);
        assertThat(answer.path("refusals").path(0).path("text").asString()).isEqualTo("The type is missing.");
        var bundle = library.bundle(UUID.fromString(answer.path("bundle").asString()), ED);
        assertThat(bundle.importedBy()).isEqualTo(ED.person());
        assertThat(bundle.fileName()).isEqualTo("case.json");
    }

    @Test
    void aCompleteImportSaysSo() throws IOException {
        var answer = give(
                bundle(), Map.of("as", "ada", "tlp", "green", "source", "Example CERT", "reason", "mail of 3 July"));
        assertThat(answer.path("partial").asBoolean()).isFalse();
        assertThat(answer.path("tlp").asString()).isEqualTo("TLP:GREEN");
    }

    @Test
    void whoMayNotImportIsRefusedLikeWhoIsNotThere() {
        for (var login : new String[] {"otto", "dana", "nobody"}) {
            assertThatThrownBy(() -> give(bundle(), Map.of("as", login)))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("intel.cli.nobody"));
        }
    }

    /** A sentence that speaks of ticks would be of no use there. */
    @Test
    void whatOnlyAPersonCanChooseIsSentToThePage() {
        assertThatThrownBy(() -> give("curl http://127.0.0.1:8080/livez\n", Map.of("name", "notes.txt")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("intel.cli.none-advised"));
    }

    @Test
    void halfAPermissionIsRefused() {
        assertThatThrownBy(() -> give(bundle(), Map.of("tlp", "green")))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("intel.permission.incomplete"));
    }

    private JsonNode give(String file, Map<String, String> arguments) throws IOException {
        return command.handle(
                JsonMapper.shared().valueToTree(new HashMap<>(arguments)),
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static String bundle(String... more) {
        var id = UUID.randomUUID();
        var malware = """
                {"type": "malware", "spec_version": "2.1", "id": "malware--%s", "created": "2026-07-01T00:00:00Z",
                 "modified": "2026-07-01T00:00:00Z", "is_family": false}""".formatted(id);
        var rest = more.length == 0 ? "" : ", " + String.join(", ", more);
        return "{\"type\": \"bundle\", \"id\": \"bundle--" + id + "\", \"objects\": [" + malware + rest + "]}";
    }
}
