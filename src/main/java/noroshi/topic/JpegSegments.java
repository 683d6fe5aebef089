package noroshi.topic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Copies those segments of a JPEG that make its pixels, and which way up it is. */
final class JpegSegments {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int EXIF = 0xE1;
    private static final int COLOURS = 0xEE;
    private static final int COLOURS_LENGTH = 12;
    private static final byte[] COLOURS_NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);
    /** An Exif segment that says nothing but the orientation, in its last value. */
    private static final byte[] UPRIGHT = HexFormat.of()
            .parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100000000" + "00000000");

    private static final int ORIENTATION = UPRIGHT.length - 7;

    private final byte[] content;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean frame;
    private boolean scan;

    private JpegSegments(byte[] content) {
        this.content = content;
    }

    static Optional<byte[]> kept(byte[] content) {
        return new JpegSegments(content).read();
    }

    private Optional<byte[]> read() {
        put(START);
        var at = 2;
        while (at >= 2 && at + 1 < content.length && at(at) == 0xFF) {
            var marker = at(at + 1);
            if (marker == END) {
                put(END);
                return frame && scan ? Optional.of(kept.toByteArray()) : Optional.empty();
            }
            at = marker == 0xFF ? at + 1 : segment(marker, at + 2);
        }
        return Optional.empty();
    }

    /** Where the next segment begins; negative if this one is damaged. */
    private int segment(int marker, int at) {
        if (marker < 0xC0 || marker >= 0xD0 && marker <= START || at + 2 > content.length) {
            return -1;
        }
        var end = at + (at(at) << 8 | at(at + 1));
        if (end < at + 2 || end > content.length || frame(marker) && !fits(at, end)) {
            return -1;
        }
        if (marker == EXIF) {
            orientation(at + 2, end);
        } else if (marker == COLOURS) {
            colours(at + 2, end);
        } else if ((marker & 0xF0) != 0xE0 && marker < 0xF0) {
            put(marker);
            kept.write(content, at, end - at);
        } else if (marker != COMMENT && marker >= 0xF0) {
            return -1;
        }
        return marker == SCAN ? entropy(end) : end;
    }

    private static boolean frame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean fits(int at, int end) {
        frame = end - at >= 8;
        return frame && Images.fits(at(at + 5) << 8 | at(at + 6), at(at + 3) << 8 | at(at + 4));
    }

    /** The compressed pixels reach to the next marker that is neither a stuffed byte nor a restart. */
    private int entropy(int begin) {
        scan = true;
        var end = begin;
        while (end + 1 < content.length
                && (at(end) != 0xFF || at(end + 1) == 0 || at(end + 1) >= 0xD0 && at(end + 1) <= 0xD7)) {
            end++;
        }
        kept.write(content, begin, end - begin);
        return end;
    }

    private void orientation(int at, int end) {
        var turned = Orientation.read(Arrays.copyOfRange(content, at, end));
        if (turned > 1) {
            var segment = UPRIGHT.clone();
            segment[ORIENTATION] = (byte) turned;
            kept.writeBytes(segment);
        }
    }

    /** Without it, pictures in other colour models turn into negatives. */
    private void colours(int at, int end) {
        if (end - at >= COLOURS_LENGTH
                && Arrays.equals(content, at, at + COLOURS_NAME.length, COLOURS_NAME, 0, COLOURS_NAME.length)) {
            put(COLOURS);
            kept.write(0);
            kept.write(COLOURS_LENGTH + 2);
            kept.write(content, at, COLOURS_LENGTH);
        }
    }

    private void put(int marker) {
        kept.write(0xFF);
        kept.write(marker);
    }

    private int at(int place) {
        return content[place] & 0xFF;
    }
}
