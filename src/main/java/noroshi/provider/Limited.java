package noroshi.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** An answer that is read within a deadline and a size, however slowly or endlessly it comes. */
final class Limited {
    static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEAD = 128 * 1024;
    private static final int STEP = 16 * 1024;

    private final InputStream in;
    private final Socket socket;
    private final long deadline;
    private final int most;
    private int head;

    Limited(InputStream in, Socket socket, long deadline, int most) {
        this.in = new BufferedInputStream(in, STEP);
        this.socket = socket;
        this.deadline = deadline;
        this.most = most;
    }

    /** A line without its end. */
    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var sign = one(); sign != '\n'; sign = one()) {
            if (sign < 0) {
                throw new Fault("broken-off", "head");
            }
            line.write(sign);
            if (line.size() > LONGEST_LINE || ++head > MOST_HEAD) {
                throw new Fault("head");
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
    }

    byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks();
        }
        var announced = headers.get("content-length");
        if (announced == null) {
            var body = new ByteArrayOutputStream();
            copy(body, Long.MAX_VALUE);
            return body.toByteArray();
        }
        if (!announced.matches("\\d{1,18}")) {
            throw new Fault("not-http", announced);
        }
        var length = Long.parseLong(announced);
        if (length > most) {
            throw tooLarge();
        }
        var body = new ByteArrayOutputStream((int) Math.min(length, STEP));
        if (copy(body, length) < length) {
            throw new Fault("broken-off", "body");
        }
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = line().replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) {
                throw new Fault("not-http", size);
            }
            var length = Integer.parseInt(size, 16);
            if (length == 0) {
                return body.toByteArray();
            }
            if (copy(body, length) < length) {
                throw new Fault("broken-off", "body");
            }
            head = 0;
            line();
        }
    }

    /** How much there was of what was wanted. */
    private long copy(ByteArrayOutputStream to, long wanted) throws IOException {
        var some = new byte[STEP];
        var done = 0L;
        while (done < wanted) {
            hurry();
            var count = in.read(some, 0, (int) Math.min(some.length, wanted - done));
            if (count < 0) {
                return done;
            }
            to.write(some, 0, count);
            done += count;
            if (to.size() > most) {
                throw tooLarge();
            }
        }
        return done;
    }

    private int one() throws IOException {
        hurry();
        return in.read();
    }

    private void hurry() throws IOException {
        var left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        socket.setSoTimeout((int) Math.min(left, 10_000));
    }

    private Fault tooLarge() {
        return new Fault("too-large", most / 1024 / 1024);
    }
}
