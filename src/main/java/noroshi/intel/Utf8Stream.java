package noroshi.intel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text that is checked to be UTF-8 while it is read. */
final class Utf8Stream extends InputStream {
    /** As much as one looks at to see what a file is: more than a file of blanks alone has before its first sign. */
    private static final int HEAD = 64 * 1024;

    private static final int BUFFER = 8192;
    private static final int LONGEST_LETTER = 4;

    private final InputStream bytes;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    private final CharBuffer letters = CharBuffer.allocate(BUFFER + LONGEST_LETTER);

    private final ByteBuffer unread = ByteBuffer.allocate(BUFFER + LONGEST_LETTER);

    private long checked;

    private Utf8Stream(InputStream bytes) {
        this.bytes = bytes;
    }

    /** Says in plain words what the file is when it is no text of ours. */
    static Utf8Stream of(InputStream file) throws IOException {
        var head = Encoding.head(file.readNBytes(HEAD));
        return new Utf8Stream(new SequenceInputStream(new ByteArrayInputStream(head), file));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var count = bytes.read(into, offset, Math.min(length, BUFFER));
        if (count > 0) {
            unread.put(into, offset, count);
        }
        check(count < 0);
        return count;
    }

    private void check(boolean end) {
        unread.flip();
        var before = unread.position();
        letters.clear();
        var result = decoder.decode(unread, letters, end);
        checked += unread.position() - before;
        if (result.isError()) {
            throw new Broken("intel.file.encoding", checked + 1);
        }
        unread.compact();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
