package noroshi.topic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds in the Exif part of a photograph which way up it was taken: 1 upright, 2 to 8 turned or mirrored. */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Orientation() {}

    static int read(byte[] exif) {
        if (exif.length < NAME.length + 8 || !Arrays.equals(exif, 0, NAME.length, NAME, 0, NAME.length)) {
            return UPRIGHT;
        }
        var tiff = ByteBuffer.wrap(exif, NAME.length, exif.length - NAME.length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.capacity() - 2) {
            return UPRIGHT;
        }
        var entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (var i = 0; i < entries && directory + 2 + (i + 1) * ENTRY <= tiff.capacity(); i++) {
            var entry = directory + 2 + i * ENTRY;
            if (tiff.getShort(entry) == TAG) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
