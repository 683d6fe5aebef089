package noroshi.intel;

import static noroshi.intel.Bundles.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks the specification is refused on every way in, with the place and the reason. */
class KeepingToTheSpecificationTests {
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ipv4-addr | 'value': '999.1.1.1' | intel.object.form | value",
                "ipv4-addr | 'value': 5 | intel.object.not-text | value",
                "file | 'hashes': {'SHA-256': 'zz'} | intel.object.hash | hashes.SHA-256",
                "observed-data | 'first_observed': '2026-07-01T00:00:00Z', 'last_observed': '2026-07-01T00:00:00Z',"
                        + " 'number_observed': 'ten', 'object_refs': ['mutex--ID'] | intel.object.number-range"
                        + " | number_observed",
                "sighting | 'sighting_of_ref': 'mutex--ID' | intel.object.reference-type | sighting_of_ref",
                "opinion | 'opinion': 'maybe', 'object_refs': ['tool--ID'] | intel.object.not-term | opinion",
                "relationship | 'relationship_type': 'Indicates This!', 'source_ref': 'tool--ID', 'target_ref': 'tool--ID'"
                        + " | intel.object.form | relationship_type",
                "tool | 'name': 't', 'kill_chain_phases': [{'kill_chain_name': 'x'}] | intel.object.missing"
                        + " | kill_chain_phases.[0].phase_name",
                "tool | 'name': 't', 'external_references': [{'source_name': 'x'}] | intel.object.none-of"
                        + " | external_references.[0]: description, url, external_id",
                "tool | 'name': 't', 'labels': [1] | intel.object.not-text | labels.[0]",
                "tool | 'name': 't', 'description': null | intel.object.null | description",
                "tool | 'name': 't', 'defanged': true | intel.object.not-here | defanged",
                "tool | 'name': 't', 'MyProp': 1 | intel.object.name | MyProp",
                "tool | 'name': 't', 'my prop': 1 | intel.object.name | my prop",
                "tool | 'name': 't', '1st': 1 | intel.object.name | 1st",
                "tool | 'name': 't', 'granular_markings': [{'lang': 'ja', 'selectors': ['name.[0]']}]"
                        + " | intel.object.selector | name.[0]",
                "file | 'name': 'f', 'extensions': {'windows-pebinary-ext': {'imphash': 'x'}} | intel.object.missing"
                        + " | extensions.windows-pebinary-ext.pe_type",
                "x-acme-thing | 'confidence': 50, 'created_by_ref': 'tool--ID' | intel.object.reference-type"
                        + " | created_by_ref",
                "x-acme-thing | 'Name': 't' | intel.object.name | Name"
            })
    void whatIsBrokenIsRefusedWithItsPlace(String type, String rest, String key, String place) {
        var text = object(type, rest.replace('\'', '"').replace("ID", ID));
        var refused = ((BundleReading.Taken) BundleReader.read(Bundles.of(text))).refused();
        assertThat(refused).singleElement().satisfies(each -> {
            assertThat(each.reason().key()).isEqualTo(key);
            assertThat(each.reason().arguments()).first().isEqualTo(place);
        });
        var received = ReceivedEnvelope.read(envelope(text)).objects().getFirst();
        assertThat(((Received.Unfit) received).reason())
                .isEqualTo(refused.getFirst().reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ipv4-addr | 'value': '198.51.100.0/24'",
                "ipv4-addr | 'value': '198[.]51[.]100[.]3', 'defanged': true",
                "domain-name | 'value': '_dmarc.狼煙.example.'",
                "file | 'hashes': {'x_own_hash': 'any'}, 'magic_number_hex': '504B0304'",
                "malware-analysis | 'product': 'p', 'result': 'a word of our own'",
                "network-traffic | 'protocols': ['tcp'], 'src_ref': 'ipv4-addr--ID', 'start': '2026-07-01T00:00:00Z',"
                        + " 'end': '2026-07-01T00:00:00Z'",
                "process | 'extensions': {'windows-process-ext': {'priority': 'high'}}",
                "relationship | 'relationship_type': 'uses', 'source_ref': 'x-acme--ID', 'target_ref': 'tool--ID'",
                "tool | 'name': 't', 'granular_markings': [{'lang': 'ja', 'selectors': ['labels.[0]']}], 'labels': ['a']",
                "email-message | 'is_multipart': false, 'additional_header_fields': {'Reply-To': ['a@b.example']}",
                "x-acme-thing | 'labels': ['a'], 'anything': [[]]"
            })
    void whatTheSpecificationAllowsIsTaken(String line) {
        var words = line.replace('\'', '"').replace("ID", ID).split(" \\| ");
        var taken = (BundleReading.Taken) BundleReader.read(Bundles.of(object(words[0], words[1])));
        assertThat(taken.refused()).isEmpty();
        assertThat(taken.objects().getFirst().remarks()).isEmpty();
    }

    @Test
    void whatRealSourcesDoWithoutHarmIsRemarked() {
        var text = object("process", """
                "pid": 4, "x_acme_list": [], "x_acme_none": null, "severity": "high", "b": 1,
                "environment_variables": {"ProgramFiles(x86)": "C:"}""");
        var file = object("file", "\"hashes\": {\"SHA256\": \"" + "a1".repeat(32) + "\"}");
        var taken = (BundleReading.Taken) BundleReader.read(Bundles.of(text, file));
        assertThat(taken.objects().getFirst().remarks())
                .containsExactlyInAnyOrder(
                        Reason.of("intel.remark.empty", "x_acme_list"),
                        Reason.of("intel.remark.empty", "x_acme_none"),
                        Reason.of("intel.remark.short", "b"),
                        Reason.of("intel.remark.reserved", "severity"),
                        Reason.of("intel.remark.key", "ProgramFiles(x86)", "environment_variables"));
        assertThat(taken.objects().getLast().remarks()).containsExactly(Reason.of("intel.remark.hash-name", "SHA256"));
    }

    /** Rules that come later take nothing away, and what was taken can still be taken back. */
    @Test
    void whatWasTakenBeforeIsReadAgainWithoutTheseRules() {
        var text = object("tool", "\"name\": \"t\", \"description\": null");
        assertThat(ReceivedEnvelope.takenBefore(envelope(text)).objects())
                .singleElement()
                .isInstanceOf(Received.Fit.class);
        assertThat(ReceivedEnvelope.again(envelope(text), List.of(Optional.empty()))
                        .objects())
                .singleElement()
                .isInstanceOf(Received.Fit.class);
        var origin = new Origin(UUID.fromString(ID), Optional.empty());
        assertThat(((BundleReading.Taken) BundleReader.read(Bundles.of(text), List.of(origin))).refused())
                .isEmpty();
    }

    /** STIX 2.0 is checked for what both versions have in common. */
    @Test
    void objectsOfTheOlderVersionAreNotMeasuredByTheNewTables() {
        var old = object("indicator", "\"labels\": [\"a\"], \"pattern\": \"[a:b=1]\", \"description\": null")
                .replace("\"spec_version\": \"2.1\", ", "");
        assertThat(ReceivedEnvelope.read(envelope(old)).objects())
                .singleElement()
                .isInstanceOf(Received.Fit.class);
    }

    private static byte[] envelope(String object) {
        return ("{\"objects\": [" + object + "]}").getBytes(StandardCharsets.UTF_8);
    }
}
