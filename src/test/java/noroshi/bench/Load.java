package noroshi.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Sends requests over kept connections on the loopback, bounded in time. */
final class Load {
    /** One request: whose session, and which address. */
    record Ask(String session, String path) {}

    /** What came of it; times in nanoseconds. */
    record Result(long[] times, Duration length) {
        double perSecond() {
            return times.length / (length.toNanos() / 1e9);
        }

        double millis(double quantile) {
            return times.length == 0
                    ? 0
                    : times[(int) Math.min(times.length - 1, Math.floor(times.length * quantile))] / 1e6;
        }
    }

    private final int port;

    Load(int port) {
        this.port = port;
    }

    /** As many as a few busy connections get through. */
    Result closed(int connections, Duration length, LongFunction<Ask> next) throws Exception {
        return run(connections, length, next, 0);
    }

    /** A steady number a second, whether answers come or not; waiting in the queue counts. */
    Result open(int connections, Duration length, int perSecond, LongFunction<Ask> next) throws Exception {
        return run(connections, length, next, 1_000_000_000L / perSecond);
    }

    private Result run(int connections, Duration length, LongFunction<Ask> next, long interval) throws Exception {
        var counter = new AtomicLong();
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var work = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < connections; i++) {
                work.add(threads.submit(() -> one(start, length.toNanos(), counter, next, interval)));
            }
            var times = new ArrayList<Long>();
            for (var done : work) {
                times.addAll(done.get());
            }
            var sorted = times.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Result(sorted, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private List<Long> one(long start, long length, AtomicLong counter, LongFunction<Ask> next, long interval)
            throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        while (System.nanoTime() - start < length) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                var in = new BufferedInputStream(socket.getInputStream(), 65_536);
                boolean kept = true;
                while (kept && System.nanoTime() - start < length) {
                    var number = counter.getAndIncrement();
                    var due = interval == 0 ? System.nanoTime() : start + number * interval;
                    var early = due - System.nanoTime();
                    if (early > 0) {
                        Thread.sleep(Duration.ofNanos(early));
                    }
                    kept = ask(next.apply(number), socket.getOutputStream(), in);
                    times.add(System.nanoTime() - due);
                }
            }
        }
        return times;
    }

    /** Whether the connection is kept for the next request. */
    private static boolean ask(Ask ask, OutputStream out, BufferedInputStream in) throws IOException {
        out.write(
                ("GET " + ask.path() + " HTTP/1.1\r\nHost: localhost\r\nCookie: session=" + ask.session() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " for " + ask.path());
        }
        int length = -1;
        boolean kept = true;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            kept &= !header.equalsIgnoreCase("Connection: close");
        }
        if (length < 0 || in.readNBytes(length).length < length) {
            throw new IOException("no whole answer for " + ask.path());
        }
        return kept;
    }

    private static String line(BufferedInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
