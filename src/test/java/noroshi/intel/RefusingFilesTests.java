package noroshi.intel;

import static noroshi.intel.Bundles.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import noroshi.testing.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusingFilesTests {
    private static final String GOOD = new String(
            Bundles.of(Bundles.malware("malware--11111111-2222-4333-8444-555555555555", "狼煙 café")),
            StandardCharsets.UTF_8);

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("intel.file.empty", new byte[0]),
                Arguments.of("intel.file.empty", bytes("  \n ")),
                Arguments.of("intel.file.utf16", GOOD.getBytes(StandardCharsets.UTF_16)),
                Arguments.of("intel.file.utf16", GOOD.getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("intel.file.encoding", "{\"a\": \"café\"}".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("intel.file.encoding", GOOD.getBytes(java.nio.charset.Charset.forName("Shift_JIS"))),
                Arguments.of("intel.file.html", bytes("<!doctype html><title>Sign in</title>")),
                Arguments.of("intel.file.xml", bytes("<stix:STIX_Package xmlns:stix=\"x\"/>")),
                Arguments.of(
                        "intel.file.xml", bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")),
                Arguments.of("intel.file.not-json", bytes("domain,example.com\n")),
                Arguments.of("intel.file.not-json", new byte[] {'P', 'K', 3, 4, 20, 0, 0}),
                Arguments.of("intel.file.not-json", bytes(GOOD.replace("\"objects\":", "\"objects\""))),
                Arguments.of("intel.file.not-json", bytes("{\"type\": NaN}")),
                Arguments.of("intel.file.truncated", bytes(GOOD.substring(0, GOOD.length() - 40))),
                Arguments.of("intel.file.truncated", bytes("{")),
                Arguments.of("intel.file.trailing", bytes(GOOD + GOOD)),
                Arguments.of("intel.file.not-bundle", bytes("[]")),
                Arguments.of("intel.file.not-bundle", bytes("\"bundle\"")),
                Arguments.of("intel.file.not-bundle", bytes("null")),
                Arguments.of("intel.file.not-bundle", bytes("{\"objects\": []}")),
                Arguments.of("intel.file.not-bundle", bytes(Bundles.indicator("[a:b=1]"))),
                Arguments.of("intel.file.misp", bytes("{\"Event\": {\"info\": \"x\", \"Attribute\": []}}")),
                Arguments.of("intel.file.version", bytes("{\"type\": \"bundle\", \"spec_version\": \"2.0\"}")),
                Arguments.of("intel.file.no-objects", bytes("{\"type\": \"bundle\", \"id\": \"" + Bundles.ID + "\"}")),
                Arguments.of("intel.file.no-objects", bytes("{\"type\": \"bundle\", \"objects\": {}}")),
                Arguments.of("intel.file.duplicate-key", bytes("{\"type\": \"bundle\", \"type\": \"x\"}")),
                Arguments.of("intel.file.too-deep", bytes("[".repeat(100_000))),
                Arguments.of("intel.file.too-deep", bytes("{\"a\":".repeat(100))),
                Arguments.of("intel.file.too-deep", Bundles.of("{\"a\": " + "[".repeat(80) + "]".repeat(80) + "}")),
                Arguments.of("intel.file.value-too-large", bytes("{\"" + "a".repeat(5_000) + "\": 1}")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsNoBundleIsRefusedInPlainWords(String key, byte[] file) {
        assertThat(BundleReader.read(file))
                .isInstanceOfSatisfying(
                        BundleReading.Unreadable.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() {
        assertThat(BundleReader.read(new byte[Limits.FILE + 1]))
                .isEqualTo(new BundleReading.Unreadable(Reason.of("intel.file.too-large", 50)));
    }

    @Test
    void tooManyObjectsAreRefused() {
        var many =
                Bundles.of(Stream.generate(() -> "{}").limit(Limits.OBJECTS + 1).toArray(String[]::new));
        assertThat(BundleReader.read(many))
                .isEqualTo(new BundleReading.Unreadable(Reason.of("intel.file.too-many-objects", Limits.OBJECTS)));
    }

    @Test
    void aBombOfSmallPartsEndsSoon() {
        var effort = Effort.begun();
        var bomb = Bundles.of("{\"type\": \"x-a\", \"a\": [" + "[],".repeat(2_000_000) + "0]}");
        assertThat(BundleReader.read(bomb)).isInstanceOf(BundleReading.Taken.class);
        assertThat(effort.soFar()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void noCutOfAGoodFileBreaksTheReader() {
        var good = bytes(GOOD);
        for (var length = 0; length < good.length; length++) {
            assertThat(BundleReader.read(Arrays.copyOf(good, length))).isInstanceOf(BundleReading.Unreadable.class);
        }
    }
}
