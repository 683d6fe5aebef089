package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture shows its pixels and tells nothing about who took it, where and with what. */
class SharingPicturesTests {
    private static final String SECRET = "GPS 35.68 139.76 taken by Mika";

    @Test
    void aPngLosesItsWordsAndKeepsItsPixels() throws IOException {
        var clean = written("png");
        var withWords = with(
                clean, 33, chunk("tEXt", SECRET), chunk("eXIf", SECRET), chunk("iTXt", SECRET), chunk("tIME", SECRET));
        var bytes = Images.withoutMetadata(concat(withWords, SECRET.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(bytes).isEqualTo(clean);
        assertSamePicture(bytes, clean);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJpegLosesItsWordsAndKeepsItsPixels(boolean progressive) throws IOException {
        var clean = jpeg(progressive);
        var talkative = with(
                clean,
                2,
                segment(0xE1, "Exif\0\0" + SECRET),
                segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + SECRET),
                segment(0xE2, "MPF\0" + SECRET),
                segment(0xED, "Photoshop 3.0\0" + SECRET),
                segment(0xFE, SECRET));
        var bytes = Images.withoutMetadata(concat(talkative, SECRET.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(text(bytes)).doesNotContain("Mika").doesNotContain("Exif").doesNotContain("JFIF");
        assertSamePicture(bytes, clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4d4d002a0000000800020110000200000004" + "41424300" + "01120003000000010006000000000000",
                "49492a000800000002001001020004000000" + "41424300" + "12010300010000000600000000000000"
            })
    void aTurnedPhotographStaysTurned(String tiff) throws IOException {
        var exif = concat(
                "Exif\0\0".getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex(tiff));
        var stripped = Images.withoutMetadata(with(jpeg(false), 2, segment(0xE1, exif)))
                .orElseThrow();
        assertThat(stripped[3]).isEqualTo((byte) 0xE1);
        assertThat(Orientation.read(Arrays.copyOfRange(stripped, 6, 38))).isEqualTo(6);
        assertThat(text(stripped)).doesNotContain("ABC");
        assertThat(Images.withoutMetadata(stripped)).hasValue(stripped);
        assertThat(ImageIO.read(new ByteArrayInputStream(stripped))).isNotNull();
    }

    @Test
    void theColourModelIsKept() throws IOException {
        var adobe = HexFormat.of().parseHex("41646f62650064000000000100");
        var stripped = Images.withoutMetadata(with(jpeg(false), 2, segment(0xEE, Arrays.copyOf(adobe, 12))))
                .orElseThrow();
        assertThat(text(stripped)).contains("Adobe");
    }

    @Test
    void damagedAndForeignFilesAreNotPictures() throws IOException {
        for (var whole : new byte[][] {written("png"), jpeg(false), jpeg(true)}) {
            for (var length = 0; length < whole.length; length++) {
                assertThat(Images.withoutMetadata(Arrays.copyOf(whole, length))).isEmpty();
            }
        }
        assertThat(Images.withoutMetadata(SECRET.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Images.withoutMetadata(written("gif"))).isEmpty();
    }

    @Test
    void aPictureTooLargeToOpenIsRefused() throws IOException {
        var bomb = written("png");
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
        ByteBuffer.wrap(bomb).putInt(29, sum(bomb, 12, 17));
        assertThat(Images.withoutMetadata(bomb)).isEmpty();
    }

    @Test
    void anyBytesAreSurvived() throws IOException {
        var random = new Random(13);
        var pictures = new byte[][] {written("png"), jpeg(false), jpeg(true)};
        for (var i = 0; i < 20_000; i++) {
            var bytes = pictures[i % pictures.length].clone();
            for (var n = 1 + random.nextInt(6); n > 0; n--) {
                bytes[random.nextInt(Math.min(bytes.length, 700))] = (byte) random.nextInt();
            }
            Images.withoutMetadata(bytes)
                    .ifPresent(kept -> assertThat(Images.withoutMetadata(kept)).hasValue(kept));
        }
    }

    private static BufferedImage picture() {
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 40; x++) {
            for (var y = 0; y < 30; y++) {
                picture.setRGB(x, y, x * 6 << 16 | y * 8 << 8 | x * y % 256);
            }
        }
        return picture;
    }

    private static byte[] written(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture(), format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] jpeg(boolean progressive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture(), null, null), parameters);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    private static void assertSamePicture(byte[] one, byte[] other) throws IOException {
        var a = ImageIO.read(new ByteArrayInputStream(one));
        var b = ImageIO.read(new ByteArrayInputStream(other));
        for (var x = 0; x < 40; x++) {
            for (var y = 0; y < 30; y++) {
                assertThat(a.getRGB(x, y)).isEqualTo(b.getRGB(x, y));
            }
        }
    }

    private static byte[] chunk(String name, String text) {
        var words = text.getBytes(StandardCharsets.UTF_8);
        var chunk = ByteBuffer.allocate(words.length + 12);
        chunk.putInt(words.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(words);
        return chunk.putInt(sum(chunk.array(), 4, words.length + 4)).array();
    }

    private static int sum(byte[] bytes, int from, int length) {
        var sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    private static byte[] segment(int marker, String text) {
        return segment(marker, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] segment(int marker, byte[] payload) {
        return ByteBuffer.allocate(payload.length + 4)
                .putShort((short) (0xFF00 | marker))
                .putShort((short) (payload.length + 2))
                .put(payload)
                .array();
    }

    private static byte[] with(byte[] picture, int at, byte[]... parts) {
        var result = new ByteArrayOutputStream();
        result.write(picture, 0, at);
        for (var part : parts) {
            result.writeBytes(part);
        }
        result.write(picture, at, picture.length - at);
        return result.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        return with(one, one.length, other);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
