package noroshi.intel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Text that passes by while it is parsed, with a look back: the object that is being read can be cut out of it. What is
 * larger than an object may be is cut out empty.
 */
final class Window extends FilterInputStream implements Envelope.Pieces {
    /** More than the parser reads ahead. */
    private static final int BEHIND = 64 * 1024;

    private byte[] kept = new byte[4 * BEHIND];

    private int count;

    /** Where in the whole text the first byte stands that is kept. */
    private long first;

    /** Where the object begins that is being read; none is before the first. */
    private long wanted = Long.MAX_VALUE;

    Window(InputStream text) {
        super(text);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = super.read(into, offset, Math.min(length, BEHIND / 2));
        if (read > 0) {
            keep(into, offset, read);
        }
        return read;
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (count + length > kept.length) {
            forget();
        }
        if (count + length > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(2 * kept.length, count + length));
        }
        System.arraycopy(bytes, offset, kept, count, length);
        count += length;
    }

    /** Keeps what belongs to the object that is being read, unless that is too large, and a little. */
    private void forget() {
        var behind = Math.max(first, first + count - BEHIND);
        var from = first + count - wanted > Limits.STREAMED_OBJECT ? behind : Math.min(behind, Math.max(first, wanted));
        var dropped = (int) (from - first);
        System.arraycopy(kept, dropped, kept, 0, count - dropped);
        count -= dropped;
        first = from;
    }

    @Override
    public void begin(long start) {
        wanted = start;
    }

    @Override
    public Slice cut(long start, long end) {
        wanted = Long.MAX_VALUE;
        var length = end - start;
        if (start < first || length > Limits.STREAMED_OBJECT) {
            shrink();
            return new Slice(new byte[0], 0, 0);
        }
        var from = (int) (start - first);
        return new Slice(Arrays.copyOfRange(kept, from, from + (int) length), 0, (int) length);
    }

    private void shrink() {
        forget();
        kept = Arrays.copyOf(kept, Math.max(4 * BEHIND, count));
    }
}
