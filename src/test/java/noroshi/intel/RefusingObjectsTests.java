package noroshi.intel;

import static noroshi.intel.Bundles.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingObjectsTests {
    private static final String UUID = "11111111-2222-4333-8444-555555555555";
    private static final String FAMILY = "\"is_family\": true";

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of("intel.object.not-object", "null"),
                Arguments.of("intel.object.type-missing", "{}"),
                Arguments.of("intel.object.not-text", "{\"type\": 5}"),
                Arguments.of("intel.object.type-form", "{\"type\": \"<script>\"}"),
                Arguments.of("intel.object.type-unknown", object("malwear", FAMILY)),
                Arguments.of("intel.object.id-missing", "{\"type\": \"malware\"}"),
                Arguments.of("intel.object.id-form", "{\"type\": \"malware\", \"id\": \"malware--1\"}"),
                Arguments.of("intel.object.id-type", "{\"type\": \"malware\", \"id\": \"tool--" + UUID + "\"}"),
                Arguments.of("intel.object.version-missing", malware("\"created\": \"2026-07-01T00:00:00Z\"")),
                Arguments.of("intel.object.version", malware("\"spec_version\": \"2.0\"")),
                Arguments.of("intel.object.missing", malware("\"spec_version\": \"2.1\"")),
                Arguments.of("intel.object.missing", object("malware", "\"name\": \"no family\"")),
                Arguments.of("intel.object.missing", object("location", "\"name\": \"nowhere\"")),
                Arguments.of("intel.object.missing", object("campaign", "\"name\": \"  \"")),
                Arguments.of(
                        "intel.object.time", object("malware", FAMILY + ", \"first_seen\": \"2026-13-01T00:00:00Z\"")),
                Arguments.of("intel.object.time", object("malware", FAMILY + ", \"first_seen\": \"2026-07-01 00:00\"")),
                Arguments.of("intel.object.order", object("malware--" + UUID, "2026-06-30T00:00:00Z", FAMILY)),
                Arguments.of("intel.object.order", object("indicator", """
                                "pattern": "[a:b=1]", "pattern_type": "stix", "valid_from": "2026-07-01T00:00:00Z",
                                "valid_until": "2026-07-01T00:00:00Z\"""")),
                Arguments.of("intel.object.reference", object("malware", FAMILY + ", \"sample_refs\": [\"file-1\"]")),
                Arguments.of("intel.object.reference", object("malware", FAMILY + ", \"created_by_ref\": 7")),
                Arguments.of(
                        "intel.object.reference",
                        object("malware", FAMILY + ", \"object_marking_refs\": [\"identity--" + UUID + "\"]")),
                Arguments.of("intel.object.not-list", object("malware", FAMILY + ", \"labels\": \"trojan\"")),
                Arguments.of("intel.object.not-list", object("malware", FAMILY + ", \"object_marking_refs\": []")),
                Arguments.of("intel.object.not-flag", object("malware", "\"is_family\": \"yes\"")),
                Arguments.of("intel.object.not-text", object("malware", FAMILY + ", \"name\": {\"a\": 1}")),
                Arguments.of("intel.object.number-range", object("malware", FAMILY + ", \"confidence\": 101")),
                Arguments.of("intel.object.number-range", object("malware", FAMILY + ", \"confidence\": \"high\"")),
                Arguments.of("intel.object.number", object("malware", FAMILY + ", \"x_big\": 1e999999999")),
                Arguments.of("intel.object.number", object("malware", FAMILY + ", \"x_small\": 1e-999999999")),
                Arguments.of("intel.object.value-too-large", object("malware", FAMILY + ", \"x\": " + "9".repeat(500))),
                Arguments.of("intel.object.duplicate-key", object("malware", FAMILY + ", " + FAMILY)),
                Arguments.of("intel.object.text", object("malware", FAMILY + ", \"name\": \"\\ud800\"")),
                Arguments.of("intel.object.pattern-unexpected", Bundles.indicator("domain = x")));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void eachBrokenObjectIsRefusedWithItsReason(String key, String object) {
        var reading = (BundleReading.Taken) BundleReader.read(Bundles.of(object));
        assertThat(reading.objects()).isEmpty();
        assertThat(reading.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"x-anything\", \"id\": \"x-anything--" + UUID + "\"}",
                "{\"type\": \"domain-name\", \"id\": \"domain-name--" + UUID + "\", \"value\": \"example.com\"}",
                "{\"type\": \"our-thing\", \"id\": \"our-thing--" + UUID
                        + "\", \"extensions\": {\"extension-definition--" + UUID
                        + "\": {\"extension_type\": \"new-sdo\"}}}",
                "{\"type\": \"marking-definition\", \"spec_version\": \"2.1\", \"id\": \"marking-definition--" + UUID
                        + "\", \"created\": \"2026-07-01T00:00:00Z\", \"definition_type\": \"statement\","
                        + " \"definition\": {\"statement\": \"(c)\"}}"
            })
    void customAndUndatedObjectsAreTaken(String object) {
        assertThat(((BundleReading.Taken) BundleReader.read(Bundles.of(object))).objects())
                .hasSize(1);
    }

    @Test
    void anotherPatternLanguageIsKeptUnread() {
        var yara = object(
                "indicator",
                "\"pattern\": \"rule a {}\", \"pattern_type\": \"yara\", \"valid_from\": \"2026-07-01T00:00:00Z\"");
        var object = ((BundleReading.Taken) BundleReader.read(Bundles.of(yara)))
                .objects()
                .getFirst();
        assertThat(object.lookout().orElseThrow().values()).isEmpty();
        assertThat(object.remarks()).extracting(Reason::key).containsExactly("intel.remark.other-language");
    }

    private static String malware(String rest) {
        return "{\"type\": \"malware\", \"id\": \"malware--" + UUID + "\", " + rest + "}";
    }
}
