package noroshi.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code bin/bench pollers}: machines that each ask once a minute over a connection of their own for what was added since,
 * while an envelope of ten objects arrives every two seconds. At the end each must have been told of each object once.
 */
public final class PollersBench {
    private static final int PORT = Integer.parseInt(System.getenv().getOrDefault("PORT", "8191"));
    private static final int LANES = 16;
    private static final int MINUTES = 2;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int ENVELOPE = 10;

    /** Before the first machine asks for the last time: what arrives beside its question it would not know. */
    private static final long LAST_ENVELOPE = (MINUTES - 1) * MINUTE - 2 * BETWEEN.toNanos();

    private final int count;
    private final String path;
    private final String[] since;
    private final int[] told;

    private PollersBench(int count, String path) {
        this.count = count;
        this.path = path + "objects/";
        this.since = new String[count];
        this.told = new int[count];
        Arrays.fill(since, "");
    }

    public static void main(String[] arguments) throws Exception {
        var count = arguments.length < 2 ? 5_500 : Integer.parseInt(arguments[1]);
        var data = Path.of("target/bench/taxii").toAbsolutePath();
        var app = Bench.start(data, PORT);
        try (var owner = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + Bench.read(data.resolve("postgresql/port")) + "/noroshi",
                "noroshi_owner",
                Bench.read(data.resolve("secrets/database-owner")))) {
            Feed.settle(owner);
            Feed.consumers(owner, count);
            var bench = new PollersBench(count, Feed.publication(owner, count));
            System.out.println("| Machines | What | |");
            System.out.println("| ---: | --- | ---: |");
            line(count, "memory of the application (RSS) before, MiB", Bench.memory(app));
            bench.measure(Work.of(app, data));
            line(count, "memory of the application (RSS) after, MiB", Bench.memory(app));
        } finally {
            app.descendants().forEach(ProcessHandle::destroy);
            app.destroy();
            app.waitFor();
        }
    }

    private void measure(Work work) throws Exception {
        bring(0);
        poll(System.nanoTime(), 1);
        var before = work.millis();
        var start = System.nanoTime();
        var objects = 0;
        long[] times;
        try (var writer = Executors.newSingleThreadScheduledExecutor()) {
            Callable<Integer> bringing = () -> {
                var brought = 0;
                while (System.nanoTime() - start < LAST_ENVELOPE) {
                    brought += bring(brought + 1);
                    Thread.sleep(BETWEEN);
                }
                return brought;
            };
            var brought = writer.submit(bringing);
            times = poll(start, MINUTES);
            objects = brought.get() + ENVELOPE;
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        long expected = objects;
        System.out.printf(
                Locale.ROOT,
                "| %,d | questions a second | %.1f |%n| %,d | p50, p99, longest, ms | %.1f, %.1f, %.1f |%n",
                count,
                times.length / seconds,
                count,
                times[times.length / 2] / 1e6,
                times[(int) (times.length * 0.99)] / 1e6,
                times[times.length - 1] / 1e6);
        line(count, "processor time of two, %", (work.millis() - before) / seconds / 20);
        line(count, "objects each should know", expected);
        line(
                count,
                "machines that know another number",
                Arrays.stream(told).filter(it -> it != expected).count());
    }

    private int bring(int number) throws Exception {
        try (var machine = new Machine(PORT, "Bearer " + Feed.TOKEN)) {
            machine.send(new Machine.Ask(path, Feed.envelope(number, ENVELOPE)));
        }
        return ENVELOPE;
    }

    /** Each machine has its own moment within the minute. */
    private long[] poll(long start, int minutes) throws Exception {
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            var work = new ArrayList<Future<long[]>>();
            for (var lane = 0; lane < LANES; lane++) {
                var first = lane;
                Callable<long[]> one = () -> poll(start, minutes, first);
                work.add(lanes.submit(one));
            }
            var all = new ArrayList<long[]>();
            for (var done : work) {
                all.add(done.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        }
    }

    private long[] poll(long start, int minutes, int first) throws Exception {
        var times = new ArrayList<Long>();
        for (var minute = 0; minute < minutes; minute++) {
            for (var n = first; n < count; n += LANES) {
                var due = start + minute * MINUTE + n * MINUTE / count;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                var began = System.nanoTime();
                ask(n);
                times.add(System.nanoTime() - began);
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private void ask(int n) throws Exception {
        try (var machine = new Machine(PORT, "Bearer " + Feed.TOKEN + n)) {
            machine.send(Machine.Ask.get(path + (since[n].isEmpty() ? "" : "?added_after=" + since[n])));
            told[n] += machine.objects();
            since[n] = machine.added().isEmpty() ? since[n] : machine.added();
        }
    }

    private static void line(int count, String what, double value) {
        System.out.printf(Locale.ROOT, "| %,d | %s | %,.0f |%n", count, what, value);
    }
}
