package noroshi;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.NewBlocklist;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.membership.NewToken;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code docs/api} promises is what the code says and what the platform answers. */
@WholeHouse
@Import(Papers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiContractTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UUIDS = "3f0c6b1e-6d5e-4c0e-9c56-2f6f5d1c9a11";
    private static final String VALUES = "7a51c0de-0f0e-4a53-8a35-5f0f4a9e2b10";

    private static final String BLOCKLISTS = "c1f0a2b4-3f6d-4b71-9f0e-6a5d1e7b8c90";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Topics topics;

    @Autowired
    Tokens tokens;

    @Autowired
    Papers papers;

    @Autowired
    Indicators indicators;

    @Autowired
    Blocklists blocklists;

    private final String name = Papers.name();
    private UUID value = new UUID(0, 0);
    private UUID blocklist = new UUID(0, 0);
    private String reading = "";
    private String loading = "";
    private UUID topic = new UUID(0, 0);

    @BeforeAll
    void prepare() {
        topics.post(Samples.post(Tlp.GREEN, Samples.EVERYONE), MIKA);
        topic = topics.post(Samples.post(Tlp.GREEN, Samples.EVERYONE), MIKA);
        papers.publish(Tlp.GREEN, Papers.EVERYONE, "ドメイン," + name + ",通信先,高");
        value = indicators
                .find(Asked.read(name), new Window(0, 1), MIKA)
                .getFirst()
                .id();
        var form = new Spelling.Form(IndicatorType.DOMAIN, Papers.name());
        blocklist = blocklists.make(new NewBlocklist("偽の予約サイト", "", Tlp.GREEN, List.of(form)), ED);
        blocklists.push(blocklist, Set.of(RAILWAY), ED);
        reading = token(Scope.READ, Scope.WRITE);
        loading = token(Scope.LISTS);
    }

    private String token(Scope... scopes) {
        var wanted = new NewToken(RAILWAY, "script", Set.of(scopes), Duration.ofDays(1));
        return "Bearer " + tokens.create(wanted, RIN).text();
    }

    @Test
    void thePageNamesEveryAddressAndNoOther() throws IOException {
        var generated = new TreeSet<String>();
        openApi()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb ->
                                generated.add(verb.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(contracts().map(ApiContract::address)).containsExactlyInAnyOrderElementsOf(generated);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void parametersAreThoseOfTheCode(ApiContract contract) throws IOException {
        var generated = new TreeMap<String, String>();
        operation(contract)
                .path("parameters")
                .forEach(each -> generated.put(
                        each.get("name").asString(),
                        each.get("in").asString() + " " + ApiContract.type(each.get("schema")) + " "
                                + (each.path("required").asBoolean(false) ? "yes" : "no")));
        assertThat(contract.parameters()).isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void fieldsAreThoseOfTheCode(ApiContract contract) throws IOException {
        var schema = operation(contract)
                .at("/responses/200/content")
                .iterator()
                .next()
                .get("schema");
        var generated = new TreeMap<String, String>();
        flatten("", schema, generated);
        var promised = new TreeMap<>(contract.fields());
        // A field that is a line of the list has the list's fields.
        contract.fields().forEach((name, type) -> {
            if (type.isEmpty()) {
                promised.remove(name);
                generated.keySet().removeIf(field -> field.startsWith(name + "."));
            }
        });
        assertThat(promised).isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyExampleIsAnsweredAsWritten(ApiContract contract) {
        assertThat(contract.examples()).isNotEmpty();
        contract.examples().forEach((request, status) -> {
            var answer = ask(request, reading);
            assertThat(answer.getStatus()).as(request).isEqualTo(status);
            if (status == 200) {
                assertThat(answer.getContentType()).as(request).startsWith("application/json");
            } else {
                assertThat(answer.getContentType()).as(request).isEqualTo("application/problem+json");
                var problem = JSON.readTree(answer.getContentAsByteArray());
                assertThat(problem.get("status").asInt()).isEqualTo(status);
                assertThat(problem.get("title").asString()).isNotBlank();
                assertThat(problem.get("detail").asString()).isNotBlank();
            }
        });
        var first = contract.examples().keySet().iterator().next();
        var shape = ApiContract.shape(JSON.readTree(ask(first, reading).getContentAsByteArray()));
        var promised = ApiContract.shape(JSON.readTree(contract.answer()));
        assertThat(shape.keySet()).isEqualTo(promised.keySet());
        shape.forEach(
                (name, kind) -> assertThat(List.of(kind, "null")).as(name).contains(promised.getOrDefault(name, "")));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void withoutAGoodTokenThereIsNothing(ApiContract contract) {
        var request = contract.examples().keySet().iterator().next();
        assertThat(ask(request, "Bearer nor_wrong").getStatus()).isEqualTo(401);
        assertThat(ask(request, "").getStatus()).isEqualTo(401);
        assertThat(ask(request, loading).getStatus()).isEqualTo(403);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        var seen = new TreeSet<String>();
        var request = "GET /api/v1/topics?size=1";
        for (var next = request; !next.isEmpty(); ) {
            var page = JSON.readTree(ask(next, reading).getContentAsByteArray());
            page.get("items")
                    .forEach(item ->
                            assertThat(seen.add(item.get("id").asString())).isTrue());
            next = page.get("next").isNull()
                    ? ""
                    : request + "&before=" + page.get("next").asString();
        }
        var all = new TreeSet<String>();
        JSON.readTree(ask("GET /api/v1/topics?size=100", reading).getContentAsByteArray())
                .get("items")
                .forEach(item -> all.add(item.get("id").asString()));
        assertThat(seen).containsAll(all).contains(topic.toString());
    }

    @Test
    void redStaysOnPages() {
        var red = topics.post(Samples.post(Tlp.RED, MIKA.person()), MIKA);
        var list = mvc.get().uri("/api/v1/topics?size=100").with(as(MIKA)).exchange();
        assertThat(list).hasStatusOk();
        assertThat(list.getResponse().getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain(red.toString());
        assertThat(mvc.get().uri("/api/v1/topics/" + red).with(as(MIKA))).hasStatus(422);
        assertThat(mvc.get()
                        .uri("/api/v1/search?q=監視カメラ")
                        .with(as(MIKA))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain(red.toString())
                .contains("items");
    }

    @Test
    void theGeneratedDocumentIsTheKeptOne() throws IOException {
        var generated = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(openApi()) + "\n";
        Files.writeString(Path.of("target/openapi.json"), generated);
        assertThat(Files.readString(Path.of("docs/api/openapi.json")))
                .as("docs/api/openapi.json differs from target/openapi.json, which this test has just written")
                .isEqualTo(generated);
    }

    private JsonNode openApi() throws IOException {
        var answer = mvc.get().uri("/v3/api-docs").with(as(MIKA)).exchange().getResponse();
        var document = (ObjectNode) JSON.readTree(answer.getContentAsByteArray());
        document.remove("servers");
        document.set("info", JSON.createObjectNode().put("title", "Noroshi").put("version", "v1"));
        document.remove("tags");
        document.get("paths").forEach(path -> path.forEach(verb -> ((ObjectNode) verb).remove("tags")));
        return document;
    }

    private JsonNode operation(ApiContract contract) throws IOException {
        return openApi()
                .get("paths")
                .path(contract.path())
                .path(contract.method().toLowerCase(java.util.Locale.ROOT));
    }

    private MockHttpServletResponse ask(String request, String token) {
        var address = request.split(" ", 2)[1]
                .replace(UUIDS, topic.toString())
                .replace(VALUES, value.toString())
                .replace(BLOCKLISTS, blocklist.toString())
                .replace("login[.]minato.example", name.replace(".", "%5B.%5D"));
        var asked = (request.startsWith("POST ") ? mvc.post() : mvc.get())
                .uri(URI.create(address.replace("監視カメラ", "%E7%9B%A3%E8%A6%96%E3%82%AB%E3%83%A1%E3%83%A9")));
        return (token.isEmpty() ? asked : asked.header("Authorization", token))
                .exchange()
                .getResponse();
    }

    private void flatten(String name, JsonNode schema, Map<String, String> fields) throws IOException {
        if (schema.has("$ref")) {
            var resolved = openApi().at(schema.get("$ref").asString().substring(1));
            flatten(name, resolved, fields);
        } else if (ApiContract.type(schema).equals("array")) {
            flatten(name + "[]", schema.get("items"), fields);
        } else if (schema.has("properties")) {
            for (var property : schema.get("properties").properties()) {
                flatten(
                        name.isEmpty() ? property.getKey() : name + "." + property.getKey(),
                        property.getValue(),
                        fields);
            }
        } else {
            fields.put(name, ApiContract.type(schema));
        }
    }

    private static Stream<ApiContract> contracts() {
        return ApiContract.all(Path.of("docs/api"));
    }
}
