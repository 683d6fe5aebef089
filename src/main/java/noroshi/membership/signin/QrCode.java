package noroshi.membership.signin;

import java.nio.charset.StandardCharsets;

/** A QR code (ISO/IEC 18004): byte mode, error correction L, versions 1 to 10, which is plenty for one address. */
public final class QrCode {
    private static final int MASK = 2;
    private static final int LARGEST_VERSION = 10;

    private final int size;
    private final boolean[][] dark;
    private final boolean[][] fixed;

    private QrCode(int version) {
        this.size = version * 4 + 17;
        this.dark = new boolean[size][size];
        this.fixed = new boolean[size][size];
    }

    /** The code that says this. */
    public static QrCode of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int version = 1; version <= LARGEST_VERSION; version++) {
            if (QrWords.fits(bytes.length, version)) {
                var code = new QrCode(version);
                code.drawFrame(version);
                code.drawWords(QrWords.of(bytes, version));
                return code;
            }
        }
        throw new IllegalArgumentException("too long for a QR code of ours: " + bytes.length);
    }

    public int size() {
        return size;
    }

    /** Whether the module is dark; outside of the code everything is light. */
    public boolean dark(int x, int y) {
        return x >= 0 && y >= 0 && x < size && y < size && dark[y][x];
    }

    /** All dark modules as one SVG path, each a unit wide, with the quiet zone of four around. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (dark[y][x]) {
                    path.append('M').append(x + 4).append(' ').append(y + 4).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private void drawFrame(int version) {
        for (int i = 0; i < size; i++) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
        drawFinder(3, 3);
        drawFinder(size - 4, 3);
        drawFinder(3, size - 4);
        var places = alignments(version);
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                var corner = (i == 0 && (j == 0 || j == places.length - 1)) || (i == places.length - 1 && j == 0);
                if (!corner) {
                    drawAlignment(places[i], places[j]);
                }
            }
        }
        drawFormat();
        if (version >= 7) {
            drawVersion(version);
        }
    }

    private void drawFinder(int cx, int cy) {
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                var ring = Math.max(Math.abs(dx), Math.abs(dy));
                if (cx + dx >= 0 && cy + dy >= 0 && cx + dx < size && cy + dy < size) {
                    set(cx + dx, cy + dy, ring != 2 && ring != 4);
                }
            }
        }
    }

    private void drawAlignment(int cx, int cy) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
            }
        }
    }

    private static int[] alignments(int version) {
        if (version == 1) {
            return new int[0];
        }
        var count = version / 7 + 2;
        var step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        var places = new int[count];
        places[0] = 6;
        for (int i = count - 1, at = version * 4 + 10; i > 0; i--, at -= step) {
            places[i] = at;
        }
        return places;
    }

    /** Error correction L and the mask, twice, protected by a BCH code. */
    private void drawFormat() {
        var facts = 1 << 3 | MASK;
        var rest = facts;
        for (int i = 0; i < 10; i++) {
            rest = rest << 1 ^ (rest >>> 9) * 0x537;
        }
        var bits = (facts << 10 | rest) ^ 0x5412;
        for (int i = 0; i < 6; i++) {
            set(8, i, bit(bits, i));
        }
        set(8, 7, bit(bits, 6));
        set(8, 8, bit(bits, 7));
        set(7, 8, bit(bits, 8));
        for (int i = 9; i < 15; i++) {
            set(14 - i, 8, bit(bits, i));
        }
        for (int i = 0; i < 8; i++) {
            set(size - 1 - i, 8, bit(bits, i));
        }
        for (int i = 8; i < 15; i++) {
            set(8, size - 15 + i, bit(bits, i));
        }
        set(8, size - 8, true);
    }

    private void drawVersion(int version) {
        var rest = version;
        for (int i = 0; i < 12; i++) {
            rest = rest << 1 ^ (rest >>> 11) * 0x1F25;
        }
        var bits = version << 12 | rest;
        for (int i = 0; i < 18; i++) {
            set(size - 11 + i % 3, i / 3, bit(bits, i));
            set(i / 3, size - 11 + i % 3, bit(bits, i));
        }
    }

    /** Up and down in columns two wide, from the right, around what is fixed; every third column is turned over. */
    private void drawWords(byte[] words) {
        var at = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            if (right == 6) {
                right = 5;
            }
            for (int step = 0; step < size; step++) {
                var upward = (right + 1 & 2) == 0;
                var y = upward ? size - 1 - step : step;
                for (int x = right; x > right - 2; x--) {
                    if (!fixed[y][x]) {
                        var value = at < words.length * 8 && bit(words[at >>> 3], 7 - (at & 7));
                        dark[y][x] = value ^ x % 3 == 0;
                        at++;
                    }
                }
            }
        }
    }

    private void set(int x, int y, boolean value) {
        dark[y][x] = value;
        fixed[y][x] = true;
    }

    private static boolean bit(int bits, int at) {
        return (bits >>> at & 1) != 0;
    }
}
