package noroshi.topic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * A sample in the wrapping in which analysts hand samples to each other: a ZIP under the password {@code infected}. It keeps
 * nothing secret; it keeps mail readers, previews and careless clicks from opening what is inside.
 */
final class SealedZip {
    static final String PASSWORD = "infected";
    private static final int HEAD = 12;
    private static final int VERSION = 20;
    /** Encrypted, and the name is UTF-8. */
    private static final int FLAGS = 0x0801;

    private static final int DAY = (1 << 5) | 1;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int[] TABLE = table();

    private SealedZip() {}

    static byte[] of(String name, byte[] content) {
        var title = name.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(content);
        var sum = (int) crc.getValue();
        var sealed = sealed(content, sum);
        var out = new ByteArrayOutputStream(sealed.length + 2 * title.length + 120);
        try {
            out.write(local(title, sum, sealed.length, content.length));
            out.write(sealed);
            var start = out.size();
            out.write(central(title, sum, sealed.length, content.length));
            out.write(end(out.size() - start, start));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] local(byte[] title, int sum, int packed, int size) {
        return buffer(30 + title.length)
                .putInt(0x04034b50)
                .putShort((short) VERSION)
                .putShort((short) FLAGS)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) DAY)
                .putInt(sum)
                .putInt(packed)
                .putInt(size)
                .putShort((short) title.length)
                .putShort((short) 0)
                .put(title)
                .array();
    }

    private static byte[] central(byte[] title, int sum, int packed, int size) {
        return buffer(46 + title.length)
                .putInt(0x02014b50)
                .putShort((short) VERSION)
                .putShort((short) VERSION)
                .putShort((short) FLAGS)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) DAY)
                .putInt(sum)
                .putInt(packed)
                .putInt(size)
                .putShort((short) title.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(0)
                .put(title)
                .array();
    }

    private static byte[] end(int size, int start) {
        return buffer(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(size)
                .putInt(start)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The cipher of the ZIP format itself: the one that every unpacker knows. */
    private static byte[] sealed(byte[] content, int sum) {
        var keys = new int[] {0x12345678, 0x23456789, 0x34567890};
        for (var letter : PASSWORD.getBytes(StandardCharsets.US_ASCII)) {
            turn(keys, letter);
        }
        var head = new byte[HEAD];
        RANDOM.nextBytes(head);
        head[HEAD - 1] = (byte) (sum >>> 24);
        var sealed = new byte[HEAD + content.length];
        for (int i = 0; i < sealed.length; i++) {
            var plain = i < HEAD ? head[i] : content[i - HEAD];
            var mask = (keys[2] | 2) & 0xFFFF;
            sealed[i] = (byte) (plain ^ (mask * (mask ^ 1) >>> 8));
            turn(keys, plain);
        }
        return sealed;
    }

    private static void turn(int[] keys, byte plain) {
        keys[0] = crc(keys[0], plain);
        keys[1] = (keys[1] + (keys[0] & 0xFF)) * 134775813 + 1;
        keys[2] = crc(keys[2], (byte) (keys[1] >>> 24));
    }

    private static int crc(int before, byte next) {
        return TABLE[(before ^ next) & 0xFF] ^ (before >>> 8);
    }

    private static int[] table() {
        var table = new int[256];
        for (int n = 0; n < table.length; n++) {
            var value = n;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ 0xEDB88320;
            }
            table[n] = value;
        }
        return table;
    }
}
