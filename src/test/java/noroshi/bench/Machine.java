package noroshi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** A TAXII client over one kept connection: as little work as possible for each request. */
final class Machine implements AutoCloseable {
    /** A request: fetching when there is no body, else bringing. */
    record Ask(String path, byte[] body) {
        static Ask get(String path) {
            return new Ask(path, new byte[0]);
        }
    }

    /** What came of many requests; times in nanoseconds, work in milliseconds of processor time for each. */
    record Result(long[] times, double seconds, double work) {
        Result with(double millis) {
            return new Result(times, seconds, millis);
        }

        /** Two rounds of the same, as if they were one. */
        Result and(Result other) {
            var count = times.length + other.times.length;
            return new Result(
                    LongStream.concat(Arrays.stream(times), Arrays.stream(other.times))
                            .sorted()
                            .toArray(),
                    seconds + other.seconds,
                    (work * times.length + other.work * other.times.length) / Math.max(1, count));
        }

        double perSecond() {
            return times.length / seconds;
        }

        double millis(double quantile) {
            return times.length == 0
                    ? 0
                    : times[(int) Math.min(times.length - 1, Math.floor(times.length * quantile))] / 1e6;
        }
    }

    private static final String ADDED = "X-TAXII-Date-Added-Last:";

    private final String authorization;
    private final int port;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private OutputStream out = OutputStream.nullOutputStream();
    private byte[] body = new byte[1 << 16];
    private int length;
    private String added = "";

    Machine(int port, String authorization) throws IOException {
        this.authorization = authorization;
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket.close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        at = 0;
        end = 0;
        out = socket.getOutputStream();
    }

    /** So many clients ask for so long, each its next question after the answer. */
    static Result run(int clients, Duration time, int port, String authorization, LongFunction<Ask> next)
            throws Exception {
        return run(clients, time, port, client -> authorization, next);
    }

    /** The same with a token of its own for each client, numbered from 0. */
    static Result run(int clients, Duration time, int port, IntFunction<String> authorization, LongFunction<Ask> next)
            throws Exception {
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var work = new ArrayList<Future<long[]>>();
            for (var i = 0; i < clients; i++) {
                var client = i;
                Callable<long[]> one = () -> {
                    try (var machine = new Machine(port, authorization.apply(client))) {
                        return machine.ask(start + time.toNanos(), client, clients, next);
                    }
                };
                work.add(threads.submit(one));
            }
            var all = new ArrayList<long[]>();
            for (var done : work) {
                all.add(done.get());
            }
            var times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(times, (System.nanoTime() - start) / 1e9, 0);
        }
    }

    private long[] ask(long end, long first, int step, LongFunction<Ask> next) throws IOException {
        var times = new long[1024];
        var count = 0;
        for (var n = first; System.nanoTime() < end; n += step) {
            var ask = next.apply(n);
            var began = System.nanoTime();
            send(ask);
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = System.nanoTime() - began;
        }
        return Arrays.copyOf(times, count);
    }

    /** The answer's status is checked, its bytes stay here. */
    void send(Ask ask) throws IOException {
        var head = new StringBuilder(ask.body().length == 0 ? "GET " : "POST ")
                .append(ask.path())
                .append(" HTTP/1.1\r\nHost: localhost\r\nAccept: application/taxii+json;version=2.1\r\nAuthorization: ")
                .append(authorization);
        if (ask.body().length > 0) {
            head.append("\r\nContent-Type: application/taxii+json;version=2.1\r\nContent-Length: ")
                    .append(ask.body().length);
        }
        var start = head.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        var request = Arrays.copyOf(start, start.length + ask.body().length);
        System.arraycopy(ask.body(), 0, request, start.length, ask.body().length);
        out.write(request);
        var status = line();
        if (!status.startsWith("HTTP/1.1 20")) {
            throw new IOException(status + " for " + ask.path());
        }
        length = 0;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, ADDED, 0, ADDED.length())) {
                added = header.substring(ADDED.length()).strip();
            }
            last = last || header.equalsIgnoreCase("Connection: close");
        }
        if (length > body.length) {
            body = new byte[length];
        }
        if (readBody() < length) {
            throw new IOException("no whole answer for " + ask.path());
        }
        if (last) {
            connect();
        }
    }

    /** The value of {@code next} in the last answer, or nothing. */
    String next() {
        var head = new String(body, 0, Math.min(length, 80), StandardCharsets.US_ASCII);
        var at = head.indexOf("\"next\":\"");
        return at < 0 ? "" : head.substring(at + 8, head.indexOf('"', at + 8));
    }

    /** When the last object was added that it was ever told of; nothing before the first. */
    String added() {
        return added;
    }

    /** How many objects the last answer holds. */
    int objects() {
        return new String(body, 0, length, StandardCharsets.US_ASCII).split("\"spec_version\"", -1).length - 1;
    }

    /** The next line of the head, which fits into the buffer. */
    private String line() throws IOException {
        var from = at;
        while (true) {
            for (var n = from; n < end; n++) {
                if (buffer[n] == '\n') {
                    var line = new String(buffer, at, n - at, StandardCharsets.US_ASCII).strip();
                    at = n + 1;
                    return line;
                }
            }
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
            from = end;
            var count = in.read(buffer, end, buffer.length - end);
            if (count < 0) {
                throw new IOException("the connection was closed");
            }
            end += count;
        }
    }

    /** Answers how many bytes of the body came. */
    private int readBody() throws IOException {
        var here = Math.min(length, end - at);
        System.arraycopy(buffer, at, body, 0, here);
        at += here;
        return here + in.readNBytes(body, here, length - here);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
