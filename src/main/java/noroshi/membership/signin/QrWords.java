package noroshi.membership.signin;

/** The words of a QR code: what it says, padded, with Reed-Solomon words that let a reader repair it. */
final class QrWords {
    /** For error correction L, by version. */
    private static final int[] REPAIR = {0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18};

    private static final int[] BLOCKS = {0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4};
    private static final int FIELD = 0x11D;

    private QrWords() {}

    static boolean fits(int bytes, int version) {
        return 4 + lengthBits(version) + bytes * 8 <= data(version) * 8;
    }

    static byte[] of(byte[] text, int version) {
        return woven(padded(text, version), version);
    }

    private static int lengthBits(int version) {
        return version < 10 ? 8 : 16;
    }

    /** How many words fit in all. */
    private static int total(int version) {
        var modules = (16 * version + 128) * version + 64;
        if (version >= 2) {
            var alignments = version / 7 + 2;
            modules -= (25 * alignments - 10) * alignments - 55;
        }
        return (version >= 7 ? modules - 36 : modules) / 8;
    }

    private static int data(int version) {
        return total(version) - REPAIR[version] * BLOCKS[version];
    }

    private static byte[] padded(byte[] text, int version) {
        var words = new byte[data(version)];
        var at = put(words, 0, 0b0100, 4);
        at = put(words, at, text.length, lengthBits(version));
        for (byte each : text) {
            at = put(words, at, each & 0xFF, 8);
        }
        at = Math.min(at + 4, words.length * 8);
        var filler = true;
        for (int i = (at + 7) / 8; i < words.length; i++) {
            words[i] = (byte) (filler ? 0xEC : 0x11);
            filler = !filler;
        }
        return words;
    }

    private static int put(byte[] words, int at, int value, int bits) {
        for (int i = bits - 1; i >= 0; i--, at++) {
            words[at >>> 3] |= (byte) ((value >>> i & 1) << 7 - (at & 7));
        }
        return at;
    }

    /** Word by word from each block, first what is said, then what repairs it. */
    private static byte[] woven(byte[] data, int version) {
        var blocks = BLOCKS[version];
        var repair = REPAIR[version];
        var total = total(version);
        var shorter = blocks - total % blocks;
        var length = total / blocks - repair;
        var woven = new byte[total];
        var divisor = divisor(repair);
        for (int block = 0, from = 0; block < blocks; block++) {
            var size = length + (block < shorter ? 0 : 1);
            var rest = remainder(data, from, size, divisor);
            for (int i = 0; i < size; i++) {
                var before = i < length ? i * blocks + block : length * blocks + block - shorter;
                woven[before] = data[from + i];
            }
            for (int i = 0; i < repair; i++) {
                woven[data.length + i * blocks + block] = rest[i];
            }
            from += size;
        }
        return woven;
    }

    private static byte[] divisor(int degree) {
        var divisor = new byte[degree];
        divisor[degree - 1] = 1;
        var root = 1;
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j < degree; j++) {
                divisor[j] = (byte) times(divisor[j] & 0xFF, root);
                if (j + 1 < degree) {
                    divisor[j] ^= divisor[j + 1];
                }
            }
            root = times(root, 2);
        }
        return divisor;
    }

    private static byte[] remainder(byte[] data, int from, int size, byte[] divisor) {
        var rest = new byte[divisor.length];
        for (int i = from; i < from + size; i++) {
            var factor = (data[i] ^ rest[0]) & 0xFF;
            System.arraycopy(rest, 1, rest, 0, rest.length - 1);
            rest[rest.length - 1] = 0;
            for (int j = 0; j < rest.length; j++) {
                rest[j] ^= (byte) times(divisor[j] & 0xFF, factor);
            }
        }
        return rest;
    }

    private static int times(int x, int y) {
        var product = 0;
        for (int i = 7; i >= 0; i--) {
            product = product << 1 ^ (product >>> 7) * FIELD;
            product ^= (y >>> i & 1) * x;
        }
        return product;
    }
}
