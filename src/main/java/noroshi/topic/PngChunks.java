package noroshi.topic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** Copies those chunks of a PNG that make its pixels. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int HEADER = 13;
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "cICP");

    private final byte[] content;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean pixels;

    private PngChunks(byte[] content) {
        this.content = content;
    }

    static Optional<byte[]> kept(byte[] content) {
        return new PngChunks(content).read();
    }

    private Optional<byte[]> read() {
        kept.write(content, 0, SIGNATURE);
        for (var at = SIGNATURE; at + FRAME <= content.length; ) {
            var length = ByteBuffer.wrap(content, at, 4).getInt();
            if (length < 0 || length > content.length - at - FRAME) {
                return Optional.empty();
            }
            var name = new String(content, at + 4, 4, StandardCharsets.US_ASCII);
            if (!intact(at, length) || at == SIGNATURE && !header(name, at, length)) {
                return Optional.empty();
            }
            copy(name, at, length + FRAME);
            if (name.equals("IEND")) {
                return pixels ? Optional.of(kept.toByteArray()) : Optional.empty();
            }
            at += length + FRAME;
        }
        return Optional.empty();
    }

    private void copy(String name, int at, int length) {
        if (KEPT.contains(name)) {
            kept.write(content, at, length);
            pixels |= name.equals("IDAT");
        }
    }

    private boolean header(String name, int at, int length) {
        var size = ByteBuffer.wrap(content, at + 8, 8);
        return name.equals("IHDR") && length == HEADER && Images.fits(size.getInt(), size.getInt());
    }

    private boolean intact(int at, int length) {
        var sum = new CRC32();
        sum.update(content, at + 4, length + 4);
        return (int) sum.getValue()
                == ByteBuffer.wrap(content, at + 8 + length, 4).getInt();
    }
}
