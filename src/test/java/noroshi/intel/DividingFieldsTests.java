package noroshi.intel;

import static noroshi.intel.Bundles.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has a closed vocabulary or a machine's format leaves; a word of somebody's own never does before it is let out. */
class DividingFieldsTests {
    private static final String ID = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
    private static final String WORD = "hanako-hospital";

    private static Fields.Divided indicator(String more) {
        return divide("""
                {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s", "created": "2026-07-01T00:00:00.000Z",
                 "modified": "2026-07-01T00:00:00.000Z", "pattern": "[domain-name:value = 'a.example']",
                 "pattern_type": "stix", "valid_from": "2026-07-01T00:00:00Z"%s}""".formatted(ID, more));
    }

    private static Fields.Divided divide(String object) {
        return Fields.divide(bytes(object), Set.of(), false);
    }

    private static String text(Fields.Divided divided) {
        return new String(divided.object().orElseThrow(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": \"hanako-hospital\"",
                "\"description\": \"at hanako-hospital\"",
                "\"labels\": [\"hanako-hospital\"]",
                "\"external_references\": [{\"source_name\": \"hanako-hospital\"}]",
                "\"x_place\": \"hanako-hospital\"",
                "\"x_flag\": {\"hanako-hospital\": true}",
                "\"hanako-hospital\": true",
                "\"extensions\": {\"extension-definition--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f\": {\"a\": \"hanako-hospital\"}}",
                "\"indicator_types\": [\"benign\", \"hanako-hospital\"]",
                "\"kill_chain_phases\": [{\"kill_chain_name\": \"mitre-attack\", \"phase_name\": \"hanako-hospital\"}]",
                "\"kill_chain_phases\": [{\"hanako-hospital\": \"mitre-attack\"}]",
                "\"lang\": \"hanako-hospital\"",
                "\"pattern_version\": \"hanako-hospital\"",
                "\"object_marking_refs\": [\"x-hanako-hospital--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f\"]",
                "\"granular_markings\": [{\"selectors\": [\"hanako-hospital\"], \"lang\": \"en\"}]",
                "\"confidence\": \"hanako-hospital\"",
                "\"revoked\": \"hanako-hospital\"",
                "\"valid_until\": \"hanako-hospital\"",
                "\"value\": \"hanako-hospital.example\"",
                "\"hashes\": {\"hanako-hospital\": \"d41d8cd98f00b204e9800998ecf8427e\"}",
                "\"hashes\": {\"MD5\": \"hanako-hospital\"}",
                "\"definition\": {\"statement\": \"hanako-hospital\"}"
            })
    void aWordOfSomebodysOwnIsHeldBackWhereverItStands(String field) {
        var divided = indicator(", " + field);
        assertThat(text(divided)).doesNotContain(WORD).contains("a.example");
        assertThat(divided.cut()).hasSize(1);
        assertThat(field).contains("\"" + divided.cut().getFirst() + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[domain-name:value = 'a.example'] /* hanako-hospital */",
                "[domain-name:value = 'a.example' AND x-hanako-hospital:a = 'b']",
                "[domain-name:value = 'a.example' AND domain-name:value != 'hanako-hospital']",
                "[domain-name:value = 'hanako-hospital at night']",
                "[domain-name:value LIKE 'hanako-hospital%']",
                "[email-message:subject = 'hanako-hospital']",
                "[file:name = 'hanako-hospital.doc']",
                "[EXISTS x-hanako-hospital:a]"
            })
    void aPatternWithWordsKeepsTheWholeIndicatorBack(String pattern) {
        var divided = divide("""
                {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s", "created": "2026-07-01T00:00:00.000Z",
                 "modified": "2026-07-01T00:00:00.000Z", "pattern": "%s", "pattern_type": "stix",
                 "valid_from": "2026-07-01T00:00:00Z"}""".formatted(ID, pattern));
        assertThat(divided.object()).isEmpty();
        assertThat(divided.cut()).containsExactly("pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[domain-name:value = 'a.example' OR ipv4-addr:value = '198.51.100.7']",
                "[file:hashes.'SHA-256' = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']",
                "[url:value = 'https://a.example/x'] OR [email-addr:value = 'a@b.example']"
            })
    void aPatternOfMachinesPassesByteForByte(String pattern) {
        var object = """
                {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s", "created": "2026-07-01T00:00:00.000Z",
                 "modified": "2026-07-01T00:00:00.000Z", "pattern": "%s", "pattern_type": "stix",
                 "valid_from": "2026-07-01T00:00:00Z", "indicator_types": ["malicious-activity"], "confidence": 80,
                 "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": "initial-access"}],
                 "object_marking_refs": ["%s"]}""".formatted(ID, pattern, Bundles.GREEN);
        assertThat(text(divide(object))).isEqualTo(object);
    }

    @Test
    void whatCannotBeWithoutWordsWaitsWhole() {
        var actor = Bundles.object("threat-actor", "\"name\": \"hanako-hospital\"");
        assertThat(divide(actor).object()).isEmpty();
        assertThat(Fields.divide(bytes(actor), Set.of("name"), false).object()).isPresent();
        assertThat(divide(Bundles.object("x-hanako-hospital", "\"a\": 1")).object())
                .isEmpty();
        assertThat(divide(Bundles.object("vulnerability", "\"name\": \"CVE-2026-12345\""))
                        .object())
                .isPresent();
    }

    @Test
    void whoMadeItIsNamedOnlyWhereItsSourceChose() {
        var by = "\"is_family\": false, \"created_by_ref\": \"identity--" + ID + "\"";
        var object = bytes(Bundles.object("malware", by));
        assertThat(text(Fields.divide(object, Set.of(), false))).doesNotContain("created_by_ref");
        assertThat(text(Fields.divide(object, Set.of(), true))).contains("created_by_ref");
        assertThat(Fields.divide(object, Set.of(), false).cut())
                .as("nobody can let it out, so nobody is asked")
                .isEmpty();
        assertThat(text(Fields.divide(object, Set.of("created_by_ref"), false))).doesNotContain("created_by_ref");
        var odd = bytes(Bundles.object("malware", by.replace("identity--", "x-" + WORD + "--")));
        assertThat(Fields.divide(odd, Set.of(), true).cut()).containsExactly("created_by_ref");
        var identity = bytes(Bundles.object("identity", "\"name\": \"Hanako Hospital\""));
        assertThat(Fields.divide(identity, Set.of("name"), false)).satisfies(divided -> {
            assertThat(divided.object()).isEmpty();
            assertThat(divided.cut()).isEmpty();
        });
        assertThat(Fields.divide(identity, Set.of("name"), true).object()).isPresent();
    }

    @Test
    void whoWasHitIsNotNamedBeforeAPersonLetsItOut() {
        var victim = "identity--" + ID;
        var sighting = bytes(Bundles.object(
                "sighting",
                "\"sighting_of_ref\": \"indicator--%s\", \"where_sighted_refs\": [\"%s\"]".formatted(ID, victim)));
        var divided = Fields.divide(sighting, Set.of(), false);
        assertThat(text(divided)).contains("indicator--" + ID).doesNotContain(victim);
        assertThat(divided.cut()).containsExactly("where_sighted_refs");
        assertThat(text(Fields.divide(sighting, Set.of("where_sighted_refs"), false)))
                .contains(victim);
        var targets = bytes(Bundles.object(
                "relationship",
                "\"relationship_type\": \"targets\", \"source_ref\": \"malware--%s\", \"target_ref\": \"%s\""
                        .formatted(ID, victim)));
        assertThat(Fields.divide(targets, Set.of(), false).object()).isEmpty();
        assertThat(Fields.divide(targets, Set.of(), false).cut()).containsExactly("target_ref");
        assertThat(Fields.divide(targets, Set.of(), true).object()).isPresent();
    }

    @Test
    void whatIsLetOutFollowsAsANewerVersion() {
        var object = bytes(Bundles.malware("malware--" + ID, "let out"));
        assertThat(new String(Fields.renewed(object), StandardCharsets.UTF_8))
                .contains("\"modified\":\"2026-07-01T00:00:00.001Z\"", "let out");
    }
}
