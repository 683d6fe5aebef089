package noroshi.intel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every row and every sentence of the property tables of STIX 2.1: what is right is taken, what is wrong is refused. */
class SpecificationTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String UUID = "11111111-2222-4333-8444-555555555555";
    private static final String HASHES = "{\"MD5\": \"" + "a1".repeat(16) + "\"}";

    /** What must stand beside a row, or in its place, so that nothing else is wrong. */
    private static final Map<String, String> BESIDES = Map.ofEntries(
            Map.entry("external-reference", "{'external_id': 'CVE-2026-0001'}"),
            Map.entry("granular-marking", "{'lang': 'ja'}"),
            Map.entry("granular-marking.marking_ref", "{'lang': null}"),
            Map.entry("location", "{'country': 'jp'}"),
            Map.entry("location.latitude", "{'longitude': 1}"),
            Map.entry("location.longitude", "{'latitude': 1}"),
            Map.entry("location.precision", "{'latitude': 1, 'longitude': 1}"),
            Map.entry("malware.is_family", "{'name': 'Redfox'}"),
            Map.entry("artifact", "{'payload_bin': 'TWFu'}"),
            Map.entry("artifact.url", "{'payload_bin': null, 'hashes': " + HASHES.replace('"', '\'') + "}"),
            Map.entry("artifact.decryption_key", "{'encryption_algorithm': 'AES-256-GCM'}"),
            Map.entry("directory.path_enc", "{'path': '/tmp'}"),
            Map.entry("email-mime-part-type", "{'body': 'words'}"),
            Map.entry("file.name_enc", "{'name': 'a.exe'}"),
            Map.entry("marking-definition.definition_type", "{'definition': {'statement': '(c)'}}"),
            Map.entry("marking-definition.definition", "{'definition_type': 'statement'}"),
            Map.entry("process", "{'pid': 5}"),
            Map.entry("user-account", "{'user_id': 'u'}"),
            Map.entry("windows-registry-key", "{'key': 'hkey_local_machine'}"),
            Map.entry("x509-certificate", "{'issuer': 'CN=example'}"));

    /** What breaks each sentence that is said of several properties. */
    private static final List<String> BREAKING = List.of(
            "external-reference {'source_name': 'x'}",
            "granular-marking {'selectors': ['name']}",
            "granular-marking {'selectors': ['name'], 'lang': 'ja', 'marking_ref': 'marking-definition--%s'}",
            "location {'name': 'nowhere'}",
            "location {'latitude': 1, 'country': 'jp'}",
            "location {'longitude': 1, 'country': 'jp'}",
            "location {'precision': 1, 'country': 'jp'}",
            "malware {'is_family': true}",
            "observed-data {'objects': {'0': {}}, 'object_refs': ['file--%s']}",
            "relationship {'start_time': '2026-02-01T00:00:00Z', 'stop_time': '2026-01-01T00:00:00Z'}",
            "relationship {'start_time': '2026-02-01T00:00:00Z', 'stop_time': '2026-02-01T00:00:00Z'}",
            "artifact {'mime_type': 'text/plain'}",
            "artifact {'payload_bin': 'TWFu', 'url': 'https://a.example/', 'hashes': {'MD5': '00'}}",
            "artifact {'url': 'https://a.example/'}",
            "artifact {'payload_bin': 'TWFu', 'decryption_key': 'k'}",
            "directory {'path_enc': 'utf-8'}",
            "email-message {'is_multipart': true, 'body': 'x'}",
            "email-message {'is_multipart': false, 'body_multipart': [{'body': 'x'}]}",
            "email-mime-part-type {'content_type': 'text/plain'}",
            "file {'name_enc': 'utf-8'}",
            "network-traffic {'start': '2026-02-01T00:00:00Z', 'end': '2026-01-01T00:00:00Z'}",
            "network-traffic {'is_active': true, 'end': '2026-01-01T00:00:00Z'}",
            "process {}",
            "user-account {}",
            "windows-registry-key {}",
            "x509-certificate {}",
            "marking-definition {'definition_type': 'statement'}",
            "marking-definition {'definition': {'statement': '(c)'}}");

    record Row(StixShape shape, String property, StixKind kind) {
        @Override
        public String toString() {
            return shape.section() + " " + shape.name() + "." + property;
        }
    }

    record Sentence(StixShape shape, StixRule rule) {
        @Override
        public String toString() {
            return shape.name() + " " + rule;
        }
    }

    static Stream<Row> rows() {
        return StixTable.all().stream()
                .flatMap(shape -> shape.properties().entrySet().stream()
                        .filter(row -> !(row.getValue() instanceof StixKind.Any))
                        .map(row -> new Row(shape, row.getKey(), row.getValue())));
    }

    static Stream<Sentence> sentences() {
        return StixTable.all().stream().flatMap(shape -> shape.rules().stream().map(rule -> new Sentence(shape, rule)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRowTakesWhatIsRightAndRefusesWhatIsWrong(Row row) {
        if (!(row.kind() instanceof StixKind.Absent)) {
            assertThatCode(() -> check(row, good(row.kind()))).doesNotThrowAnyException();
        }
        for (var wrong : wrong(row.kind())) {
            assertThatThrownBy(() -> check(row, wrong))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Broken.class,
                            broken -> assertThat(broken.reason().arguments().getFirst())
                                    .contains(row.property()));
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void eachSentenceIsBrokenBySomething(Sentence sentence) {
        var name = sentence.shape().name();
        var general = sentence.rule() instanceof StixRule.OneOf ? Stream.of(name + " {}") : Stream.<String>of();
        assertThat(Stream.concat(general, BREAKING.stream())
                        .filter(line -> line.startsWith(name + " "))
                        .map(line -> object(line.substring(line.indexOf(' ') + 1))))
                .anySatisfy(object -> assertThatThrownBy(() -> sentence.rule().check(null, object))
                        .isInstanceOf(Broken.class));
    }

    @Test
    void everyTypeHasItsTable() {
        assertThat(Arrays.stream(StixType.values()).map(StixType::written))
                .allSatisfy(type -> assertThat(StixTable.of(type)).isPresent());
    }

    private static void check(Row row, String value) {
        var name = row.shape().name();
        var part = object("{}");
        if (StixTable.of(name).isPresent()
                || List.of("common", "observables", "others").contains(name)) {
            part.put(
                    "type",
                    switch (name) {
                        case "observables" -> "mutex";
                        case "common", "others" -> "tool";
                        default -> name;
                    });
        } else {
            row.shape()
                    .required()
                    .forEach(each -> part.set(
                            each,
                            JSON.readTree(
                                    good(requireNonNull(row.shape().properties().get(each))))));
        }
        for (var place : List.of(name, name + "." + row.property())) {
            object(BESIDES.getOrDefault(place, "{}")).properties().forEach(each -> {
                if (each.getValue().isNull()) {
                    part.remove(each.getKey());
                } else {
                    part.set(each.getKey(), each.getValue());
                }
            });
        }
        part.set(row.property(), JSON.readTree(value));
        if (row.property().equals("granular_markings")) {
            part.put("name", "selected");
        }
        if (part.has("type")) {
            StixSpecification.check(part);
        } else {
            row.shape().check(StixPath.of("part"), part);
        }
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"').replace("%s", UUID));
    }

    private static String good(StixKind kind) {
        return switch (kind) {
            case StixKind.Any _, StixKind.Text _, StixKind.Absent _ -> "\"name\"";
            case StixKind.Formed formed -> "\"" + formed.form().example() + "\"";
            case StixKind.Flag _ -> "false";
            case StixKind.Time _ -> "\"2026-07-01T09:00:00Z\"";
            case StixKind.Whole whole -> String.valueOf(whole.most());
            case StixKind.Number number -> number.most() > 1000 ? "1.5" : String.valueOf(number.most());
            case StixKind.Term term -> "\"" + term.terms().getLast() + "\"";
            case StixKind.Several several -> "[" + good(several.kind()) + "]";
            case StixKind.Dictionary dictionary -> "{\"key\": " + good(dictionary.kind()) + "}";
            case StixKind.HashValues _ -> HASHES;
            case StixKind.Reference reference -> "\"" + referred(reference.referred()) + "--" + UUID + "\"";
            case StixKind.Part part -> goodPart(part.shape().get());
            case StixKind.Extensions _ ->
                "{\"extension-definition--" + UUID + "\": {\"extension_type\": \"property-extension\"}}";
        };
    }

    private static String goodPart(StixShape shape) {
        var part = object(BESIDES.getOrDefault(shape.name(), "{}"));
        shape.required()
                .forEach(each -> part.set(
                        each,
                        JSON.readTree(good(requireNonNull(shape.properties().get(each))))));
        if (part.isEmpty()) {
            var first =
                    shape.properties().keySet().stream().sorted().findFirst().orElseThrow();
            part.set(first, JSON.readTree(good(requireNonNull(shape.properties().get(first)))));
        }
        return part.toString();
    }

    private static String referred(StixReferred referred) {
        return referred.types().stream()
                .findFirst()
                .map(type -> switch (type) {
                    case "SDO" -> "tool";
                    case "SCO" -> "mutex";
                    case "SRO" -> "sighting";
                    default -> type;
                })
                .orElse("bundle");
    }

    private static List<String> wrong(StixKind kind) {
        var wrong = switch (kind) {
            case StixKind.Any _ -> Stream.<String>of();
            case StixKind.Absent _ -> Stream.of("true");
            case StixKind.Text _ -> Stream.of("5", "[\"a\"]");
            case StixKind.Formed _ -> Stream.of("5", "\" \"");
            case StixKind.Flag _ -> Stream.of("\"true\"", "1");
            case StixKind.Time _ -> Stream.of("\"yesterday\"", "\"2026-07-01\"", "5");
            case StixKind.Whole whole ->
                Stream.of("\"many\"", "1.5", String.valueOf(whole.most() + 1), String.valueOf(whole.least() - 1));
            case StixKind.Number number ->
                number.most() > 1000 ? Stream.of("\"1\"") : Stream.of("\"1\"", String.valueOf(number.most() + 0.1));
            case StixKind.Term _ -> Stream.of("\"maybe\"", "5");
            case StixKind.Several several ->
                Stream.concat(
                        Stream.of("[]", "\"x\"", "{}"),
                        wrong(several.kind()).stream().map(each -> "[" + each + "]"));
            case StixKind.Dictionary dictionary ->
                Stream.concat(
                        Stream.of("{}", "\"x\"", "[]"),
                        wrong(dictionary.kind()).stream().map(each -> "{\"key\": " + each + "}"));
            case StixKind.HashValues _ ->
                Stream.of("{}", "\"zz\"", "{\"SHA-256\": \"zz\"}", "{\"MD5\": 5}", "{\"a b\": \"00\"}");
            case StixKind.Reference reference ->
                reference.referred().types().isEmpty()
                        ? Stream.of("\"nothing\"", "5")
                        : Stream.of(
                                "\"nothing\"", "5", "\"bundle--" + UUID + "\"", "\"language-content--" + UUID + "\"");
            case StixKind.Part _ -> Stream.of("\"x\"", "{}", "[1]");
            case StixKind.Extensions _ ->
                Stream.of("\"x\"", "{}", "{\"a-ext\": 5}", "{\"a-ext\": {\"extension_type\": \"nonsense\"}}");
        };
        return Stream.concat(wrong, kind instanceof StixKind.Any ? Stream.of() : Stream.of("null"))
                .toList();
    }
}
