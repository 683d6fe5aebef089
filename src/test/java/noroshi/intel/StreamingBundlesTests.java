package noroshi.intel;

import static noroshi.intel.Bundles.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Read piece by piece, a file says the same as read at once, and whatever it holds ends soon in little memory. */
class StreamingBundlesTests {
    private static final long MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @MethodSource("noroshi.intel.RefusingFilesTests#files")
    void whatIsNoBundleIsRefusedInTheSameWords(String key, byte[] file) {
        assertThatThrownBy(() -> survey(file))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.reason().key()).isEqualTo(key));
    }

    @Test
    void objectsAreTheSameAsReadAtOnce() throws IOException {
        var big = "x".repeat(300_000);
        var objects = IntStream.range(0, 1_500)
                .mapToObj(i -> switch (i % 5) {
                    case 0 -> Bundles.malware(Bundles.id("malware"), "狼煙 " + i);
                    case 1 -> Bundles.indicator("[domain-name:value = 'a" + i + ".example']");
                    case 2 -> i == 702 ? Bundles.malware(Bundles.id("malware"), big) : "{}";
                    case 3 -> "\"" + "y".repeat(i) + "\"";
                    default -> "{\"type\": \"malware\", \"type\": \"malware\"}";
                })
                .toArray(String[]::new);
        var file = Bundles.of(objects);
        var whole = (BundleReading.Taken) BundleReader.read(file);
        var taken = new ArrayList<StixObject>();
        var refused = new ArrayList<RefusedObject>();
        var streamed = new BundleFile(() -> new ByteArrayInputStream(file));
        var around = streamed.survey();
        streamed.read(around.marks(), 0, part -> {
            taken.addAll(part.reading().objects());
            refused.addAll(part.reading().refused());
        });
        assertThat(around.objects()).isEqualTo(objects.length);
        assertThat(around.stixId()).isEqualTo(whole.stixId());
        assertThat(refused).isEqualTo(whole.refused());
        assertThat(taken).hasSameSizeAs(whole.objects());
        for (var i = 0; i < taken.size(); i++) {
            var one = taken.get(i);
            var other = whole.objects().get(i);
            assertThat(one.raw().copy()).isEqualTo(other.raw().copy());
            assertThat(List.of(one.position(), one.sha256(), one.content(), one.marked()))
                    .isEqualTo(List.of(other.position(), other.sha256(), other.content(), other.marked()));
        }
    }

    /** As read at once, each object by itself: the others are taken. */
    @Test
    void idsOfTheWrongKindAreRefusedAndAClockAheadIsNot() throws IOException {
        var good = Bundles.malware(Bundles.id("malware"), "good");
        var bytes = Bundles.of(
                good,
                good.replaceFirst("\"id\": \"[^\"]+\"", "\"id\": 7"),
                good.replaceFirst("\"id\": \"malware--", "\"id\": \"indicator--"),
                good.replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"malware--1\""),
                good.replaceFirst("\"id\": \"[^\"]+\"", "\"id\": null"),
                Bundles.malware(Bundles.id("malware"), "deep").replace("false", "[".repeat(40) + "]".repeat(40)),
                Bundles.object(Bundles.id("malware"), "2999-01-01T00:00:00Z", "\"is_family\": false"));
        var whole = (BundleReading.Taken) BundleReader.read(bytes);
        var file = new BundleFile(() -> new ByteArrayInputStream(bytes));
        var readings = new ArrayList<BundleReading.Taken>();
        file.read(file.survey().marks(), 0, part -> readings.add(part.reading()));
        assertThat(readings).singleElement().satisfies(reading -> {
            assertThat(reading.refused()).isEqualTo(whole.refused());
            assertThat(reading.refused().stream().map(RefusedObject::position)).contains(2, 3, 4, 5);
            assertThat(reading.objects().stream().map(StixObject::position)).contains(1, 7);
        });
    }

    @Test
    void aMarkingDefinedAtTheEndCountsForAll() throws IOException {
        var mark = Bundles.id("marking-definition");
        var marked =
                Bundles.object("malware", "\"is_family\": false, \"object_marking_refs\": [\"%s\"]".formatted(mark));
        var definition = """
                {"type": "marking-definition", "spec_version": "2.1", "id": "%s", "created": "2026-07-01T00:00:00Z",
                 "definition_type": "tlp", "definition": {"tlp": "green"}}""".formatted(mark);
        var file = new BundleFile(() -> new ByteArrayInputStream(Bundles.of(marked, definition)));
        var labels = new ArrayList<>();
        file.read(file.survey().marks(), 0, part -> part.reading().objects().forEach(o -> labels.add(o.marked())));
        assertThat(labels.getFirst()).isEqualTo(java.util.Optional.of(noroshi.shared.Tlp.GREEN));
    }

    @Test
    void brokenUtf8FarInsideIsRefusedWithItsPlace() {
        var file = Bundles.of(
                Bundles.malware(Bundles.id("malware"), "a".repeat(200_000)),
                Bundles.malware(Bundles.id("malware"), "MARK"));
        var place = new String(file, StandardCharsets.UTF_8).indexOf("MARK");
        file[place] = (byte) 0xC3;
        assertThatThrownBy(() -> survey(file))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.reason()).isEqualTo(Reason.of("intel.file.encoding", place + 1)));
    }

    @Test
    void letterThatIsCutByABufferIsRead() throws IOException {
        for (var pad = 8_000; pad < 8_200; pad++) {
            var file = Bundles.of(Bundles.malware(Bundles.id("malware"), "a".repeat(pad) + "狼煙".repeat(3_000)));
            assertThat(survey(file).objects()).isEqualTo(1);
        }
    }

    @Test
    void anObjectThatIsTooLargeIsRefusedAndTheNextIsTaken() throws IOException {
        var large = Bundles.malware(Bundles.id("malware"), "x".repeat(Limits.STREAMED_OBJECT));
        var small = Bundles.malware(Bundles.id("malware"), "small");
        var bytes = Bundles.of(large, small);
        var file = new BundleFile(() -> new ByteArrayInputStream(bytes));
        var readings = new ArrayList<BundleReading.Taken>();
        file.read(file.survey().marks(), 0, part -> readings.add(part.reading()));
        assertThat(readings.stream().flatMap(each -> each.refused().stream()))
                .containsExactly(new RefusedObject(1, "", Reason.of("intel.object.too-large", 8)));
        assertThat(readings.stream().flatMap(each -> each.objects().stream()))
                .singleElement()
                .satisfies(object -> assertThat(object.raw().copy()).isEqualTo(bytes(small)));
    }

    static Stream<List<String>> gigabytes() {
        return Stream.of(
                List.of("{\"type\": \"bundle\", \"x\": \"", "a", "\", \"objects\": [{}]}"),
                List.of("{\"type\": \"bundle\", \"objects\": [\"", "a", "\"]}"),
                List.of("{\"type\": \"bundle\", \"objects\": [{\"name\": \"", "a", "\"}]}"));
    }

    @ParameterizedTest
    @MethodSource("gigabytes")
    void aTextOfAGigabytePassesInLittleMemory(List<String> parts) throws IOException {
        var before = System.nanoTime();
        var file = new BundleFile(() -> gigabyte(parts.get(0), parts.get(1), parts.get(2)));
        assertThat(file.survey().objects()).isEqualTo(1);
        var refused = new ArrayList<RefusedObject>();
        file.read(new Marks(), 0, part -> refused.addAll(part.reading().refused()));
        assertThat(refused).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @MethodSource("gigabytesRefused")
    void aTypeNameOrNumberOfAGigabyteIsRefusedAtOnce(List<String> parts) {
        var file = new BundleFile(() -> gigabyte(parts.get(0), parts.get(1), parts.get(2)));
        assertThatThrownBy(file::survey)
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.reason().key()).isEqualTo("intel.file.value-too-large"));
    }

    static Stream<List<String>> gigabytesRefused() {
        return Stream.of(
                List.of("{\"type\": \"", "a", "\"}"),
                List.of("{\"", "a", "\": 1}"),
                List.of("{\"type\": \"bundle\", \"objects\": [{\"n\": 1", "0", "}]}"),
                List.of("{\"type\": \"bundle\", \"objects\": [{\"type\": \"", "a", "\"}]}"));
    }

    private static BundleFile.Around survey(byte[] file) throws IOException {
        return new BundleFile(() -> new ByteArrayInputStream(file)).survey();
    }

    /** A gigabyte that is never in memory. */
    private static InputStream gigabyte(String head, String letter, String tail) {
        var block = letter.repeat((int) MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        var parts = new ArrayList<InputStream>();
        parts.add(new ByteArrayInputStream(bytes(head)));
        IntStream.range(0, 1024).forEach(i -> parts.add(new ByteArrayInputStream(block)));
        parts.add(new ByteArrayInputStream(bytes(tail)));
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}
