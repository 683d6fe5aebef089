package noroshi.intel.taxii.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.cli.Command;
import noroshi.membership.Scope;
import noroshi.membership.Secret;
import noroshi.membership.Tokens;
import noroshi.shared.NotFound;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A consumer is set up with two commands, and nobody need be named. */
@WholeHouse
class SettingUpMachinesTests {
    @Autowired
    List<Command> commands;

    @Autowired
    Tokens tokens;

    @Test
    void anAccountIsMadeWhereItsNamePoints() throws IOException {
        assertThat(organisationOf("railway-siem-" + unique())).isEqualTo(Cast.RAILWAY);
        assertThat(organisationOf("power")).isEqualTo(Cast.POWER);
        assertThat(organisationOf("anything-" + unique())).isEqualTo(Cast.CENTRE);
        var account = "railway-other-" + unique();
        var first = token(account, "organisation", "power");
        assertThat(first.path("organisation").asString()).isEqualTo("power");
        var second = token(account, "organisation", "");
        assertThat(second.path("organisation").asString())
                .as("an account stays where it is")
                .isEqualTo("power");
        assertThat(second.path("token").asString())
                .isNotEqualTo(first.path("token").asString());
    }

    @Test
    void aPersonIsNoServiceAccount() {
        assertThatThrownBy(() -> token("mika", "organisation", "")).hasMessage("membership.token.account");
        assertThatThrownBy(() -> token("x-" + unique(), "organisation", "nowhere"))
                .hasMessage("membership.cli.no-organisation");
    }

    @Test
    void aCollectionIsMadeListedAndShown() throws IOException {
        var account = "railway-machine-" + unique();
        token(account, "organisation", "");
        var made = ask(
                "collection create",
                Map.of(
                        "title",
                        "指標",
                        "tlp",
                        "AMBER",
                        "read",
                        List.of("railway", "Kaihin Power", "rail", account),
                        "write",
                        List.of("centre")));
        var id = made.path("id").asString();
        assertThat(UUID.fromString(id).version()).isEqualTo(4);
        assertThat(made.path("path").asString()).isEqualTo("/taxii2/general/collections/" + id + "/");
        assertThat(ask("collection list", Map.of()).findValuesAsString("id")).contains(id);
        var shown = ask("collection show", Map.of("id", id));
        assertThat(shown.path("read").toString()).contains("railway", "power", Cast.RAIL.toString());
        assertThat(shown.path("write").toString()).contains("centre");
        assertThat(shown.path("published").asBoolean(true)).isFalse();
    }

    @Test
    void aCollectionTakesWhatBulletinsCite() throws IOException {
        var made = ask(
                "collection create",
                Map.of("title", "指標", "tlp", "AMBER", "read", List.of("railway"), "published", true));
        assertThat(made.path("published").asBoolean(false)).isTrue();
        var shown = ask("collection show", Map.of("id", made.path("id").asString()));
        assertThat(shown.path("write").toString()).contains("centre");
    }

    @Test
    void whatIsInTheLibraryGoesIntoACollection() throws IOException {
        var object = """
                {"type":"malware","spec_version":"2.1","id":"malware--%s","created":"2026-07-01T00:00:00Z",
                "modified":"2026-07-01T00:00:00Z","is_family":false,"name":"fox"}""".formatted(UUID.randomUUID());
        var open = object.replaceFirst("malware--[^\"]+", "malware--" + UUID.randomUUID())
                .replaceFirst(
                        "}$",
                        ",\"object_marking_refs\":[\"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb\"]}");
        var file = "{\"type\":\"bundle\",\"id\":\"bundle--%s\",\"objects\":[%s]}";
        var imported = ask(
                "intel import",
                Map.of("name", "fox.json", "as", "ada"),
                file.formatted(UUID.randomUUID(), object + "," + open));
        var made = ask("collection create", Map.of("title", "t", "tlp", "AMBER+STRICT", "write", List.of("centre")));
        var filled = ask(
                "collection fill",
                Map.of(
                        "as",
                        "ada",
                        "language",
                        "en",
                        "id",
                        made.path("id").asString(),
                        "bundle",
                        imported.path("bundle").asString()));
        assertThat(filled.path("state").asString()).isEqualTo("done");
        assertThat(filled.path("taken").asInt()).isEqualTo(1);
        assertThat(filled.path("stayed").asInt()).isEqualTo(1);
        assertThat(filled.path("refusals").get(0).path("text").asString()).contains("TLP:AMBER+STRICT");
        assertThatThrownBy(() -> ask(
                        "collection fill",
                        Map.of(
                                "id",
                                "nothing",
                                "bundle",
                                imported.path("bundle").asString())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void namesThatMeanNobodyAreRefused() {
        for (var name : List.of("nobody-here", "mika")) {
            assertThatThrownBy(
                            () -> ask("collection create", Map.of("title", "t", "tlp", "GREEN", "read", List.of(name))))
                    .hasMessage("intel.collection.nobody");
        }
        assertThatThrownBy(() -> ask("collection create", Map.of("title", "t", "tlp", "RED")))
                .hasMessage("intel.collection.red");
        assertThatThrownBy(() -> ask("collection create", Map.of("title", " ", "tlp", "GREEN")))
                .hasMessage("intel.collection.title");
        assertThatThrownBy(() -> ask("collection list", Map.of("as", "mika")))
                .hasMessage("membership.cli.no-administrator");
    }

    private UUID organisationOf(String account) throws IOException {
        var token = token(account, "organisation", "").path("token").asString();
        var bearer = tokens.bearer(new Secret(token)).orElseThrow();
        assertThat(bearer.scopes()).containsExactly(Scope.TAXII);
        return bearer.actor().organisation();
    }

    private JsonNode token(String account, String name, String value) throws IOException {
        var arguments =
                new HashMap<String, Object>(Map.of("unnamed", true, "account", account, "scopes", "taxii", "days", 90));
        arguments.put(name, value);
        return ask("token create", arguments);
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private JsonNode ask(String name, Map<String, ?> arguments) throws IOException {
        return ask(name, arguments, "");
    }

    private JsonNode ask(String name, Map<String, ?> arguments, String file) throws IOException {
        var command = commands.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return command.handle(
                JsonMapper.shared().valueToTree(arguments),
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
