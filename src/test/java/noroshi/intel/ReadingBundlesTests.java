package noroshi.intel;

import static noroshi.intel.Bundles.bytes;
import static noroshi.intel.Bundles.indicator;
import static noroshi.intel.Bundles.malware;
import static noroshi.intel.Bundles.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

class ReadingBundlesTests {
    private static final String MALWARE = "malware--11111111-2222-4333-8444-555555555555";

    @Test
    void objectsAreKeptByteForByte() {
        var odd = """
                {"id":"%s",  "type":"malware","spec_version":"2.1","created":"2026-07-01T00:00:00Z",
                 "modified":"2026-07-01T00:00:00.1234567890123Z","name":"狼煙\\u0041","is_family":true, "x_score":1.50e3}""".formatted(MALWARE);
        var taken = taken(Bundles.of(indicator("[a:b = 'x']"), odd, indicator("[a:b = 'y']")));
        var kept = taken.objects().get(1);
        assertThat(new String(kept.raw().copy(), StandardCharsets.UTF_8)).isEqualTo(odd);
        assertThat(kept.sha256()).isEqualTo(Json.sha256(odd));
        assertThat(kept.name()).isEqualTo("狼煙A");
        assertThat(kept.modified()).contains(Instant.parse("2026-07-01T00:00:00.123456Z"));
        assertThat(kept.position()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        var taken = taken(bytes("\ufeff" + new String(Bundles.of(malware(MALWARE, "狼煙")), StandardCharsets.UTF_8)));
        assertThat(new String(taken.objects().getFirst().raw().copy(), StandardCharsets.UTF_8))
                .isEqualTo(malware(MALWARE, "狼煙"));
    }

    @Test
    void otherSpellingOfTheSameObjectHasTheSameContent() {
        var one =
                "{\"type\":\"x-a\",\"id\":\"x-a--11111111-2222-4333-8444-555555555555\",\"n\":1000,\"m\":[1.0,\"é\"]}";
        var two =
                "{ \"m\": [1, \"\\u00e9\"], \"n\": 1e3, \"id\": \"x-a--11111111-2222-4333-8444-555555555555\", \"type\": \"x-a\" }";
        var taken = taken(Bundles.of(one, two));
        assertThat(taken.objects()).hasSize(1);
        assertThat(taken.refused()).isEmpty();
    }

    @Test
    void theSameVersionWithOtherContentIsRefused() {
        var taken = taken(Bundles.of(malware(MALWARE, "one"), malware(MALWARE, "two"), malware(MALWARE, "one")));
        assertThat(taken.objects()).hasSize(1);
        assertThat(taken.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.position()).isEqualTo(2);
            assertThat(refused.stixId()).isEqualTo(MALWARE);
            assertThat(refused.reason().key()).isEqualTo("intel.object.contradiction");
        });
    }

    @Test
    void newerVersionsOfAnObjectAreAllTaken() {
        var older = object(MALWARE, "2026-07-01T00:00:00Z", "\"is_family\": true, \"name\": \"n\"");
        var newer = object(MALWARE, "2026-07-02T00:00:00Z", "\"is_family\": true, \"name\": \"n\"");
        assertThat(taken(Bundles.of(older, newer)).objects()).hasSize(2);
    }

    @Test
    void oneBrokenObjectDoesNotHarmTheOthers() {
        var taken = taken(Bundles.of(malware(MALWARE, "good"), "17", "{\"type\": \"malware\"}", indicator("[broken")));
        assertThat(taken.objects()).hasSize(1);
        assertThat(taken.refused())
                .extracting(
                        refused -> refused.position() + " " + refused.reason().key())
                .containsExactly(
                        "2 intel.object.not-object",
                        "3 intel.object.id-missing",
                        "4 intel.object.pattern-unexpected-end");
    }

    @Test
    void theLabelIsTheStrictestOfItsMarks() {
        var old = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da";
        var own = "marking-definition--11111111-2222-4333-8444-555555555555";
        var definition = """
                {"type": "marking-definition", "spec_version": "2.1", "id": "%s", "created": "2026-07-01T00:00:00Z",
                 "definition_type": "tlp", "definition": {"tlp": "red"}}""".formatted(own);
        assertThat(label(marked())).isEmpty();
        assertThat(label(marked(old))).contains(Tlp.GREEN);
        assertThat(label(marked(old, Bundles.AMBER))).contains(Tlp.AMBER);
        assertThat(taken(Bundles.of(marked(Bundles.AMBER, own), definition))
                        .objects()
                        .getFirst()
                        .marked())
                .contains(Tlp.RED);
    }

    @Test
    void aMarkOnAPartCountsForTheWhole() {
        var object = object(
                "malware",
                "\"is_family\": true, \"name\": \"n\", \"granular_markings\": [{\"marking_ref\": \"" + Bundles.AMBER
                        + "\", \"selectors\": [\"name\"]}]");
        assertThat(label(object)).contains(Tlp.AMBER);
    }

    @Test
    void referencesBecomeLinks() {
        var report = object(
                "report",
                "\"name\": \"r\", \"published\": \"2026-07-01T00:00:00Z\", \"object_refs\": [\"" + MALWARE + "\"]");
        var relation = Bundles.relationship(MALWARE, "uses", "tool--11111111-2222-4333-8444-555555555555");
        var taken = taken(Bundles.of(report, relation));
        assertThat(taken.objects().getFirst().links())
                .singleElement()
                .satisfies(link -> assertThat(link.kind()).isEqualTo("object_refs"));
        assertThat(taken.objects().getLast().links())
                .containsExactly(new StixObject.Link(MALWARE, "uses", "tool--11111111-2222-4333-8444-555555555555"));
    }

    @Test
    void aNulCharacterStaysInTheBytesOnly() {
        var taken = taken(Bundles.of(malware(MALWARE, "a\\u0000b\\\\u0000")));
        var kept = taken.objects().getFirst();
        assertThat(new String(kept.raw().copy(), StandardCharsets.UTF_8)).contains("\\u0000b");
        assertThat(kept.json()).contains("a\\ufffdb\\\\u0000");
        assertThat(kept.remarks()).extracting(Reason::key).containsExactly("intel.remark.nul");
    }

    private static String marked(String... marks) {
        var list = marks.length == 0 ? "" : ", \"object_marking_refs\": [\"" + String.join("\", \"", marks) + "\"]";
        return object("malware", "\"is_family\": true, \"name\": \"n\"" + list);
    }

    private static Optional<Tlp> label(String object) {
        return taken(Bundles.of(object)).objects().getFirst().marked();
    }

    private static BundleReading.Taken taken(byte[] file) {
        return (BundleReading.Taken) BundleReader.read(file);
    }
}
