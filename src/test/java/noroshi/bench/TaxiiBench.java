package noroshi.bench;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/** {@code bin/bench taxii}: bringing and fetching at two sizes, beside COPY, range SELECT and a static answer. */
public final class TaxiiBench {
    private static final int PORT = Integer.parseInt(System.getenv().getOrDefault("PORT", "8191"));
    private static final int MANY = 16;
    private static final int ROUNDS = 5;
    private static final String BEARER = "Bearer " + Feed.TOKEN;
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("feed:" + Feed.TOKEN).getBytes(StandardCharsets.US_ASCII));

    private final Duration length;
    private final Duration warming;
    private final AtomicLong numbers = new AtomicLong();

    private final Process app;
    private final Work work;

    private TaxiiBench(Duration length, Duration warming, Process app, Work work) {
        this.length = length;
        this.warming = warming;
        this.app = app;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length < 2 ? 5 : Integer.parseInt(arguments[1]);
        var objects = arguments.length < 3 ? 1_000_000 : Integer.parseInt(arguments[2]);
        var warming = arguments.length < 4 ? 90 : Integer.parseInt(arguments[3]);
        var data = Path.of("target/bench/taxii").toAbsolutePath();
        var app = Bench.start(data, PORT);
        try {
            new TaxiiBench(Duration.ofSeconds(seconds), Duration.ofSeconds(warming), app, Work.of(app, data))
                    .measure(objects, data);
        } finally {
            app.descendants().forEach(ProcessHandle::destroy);
            app.destroy();
            app.waitFor();
        }
    }

    private void measure(int objects, Path data) throws Exception {
        try (var owner = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + Bench.read(data.resolve("postgresql/port")) + "/noroshi",
                "noroshi_owner",
                Bench.read(data.resolve("secrets/database-owner")))) {
            Feed.settle(owner);
            System.out.println("| Objects | What | Clients | A second | p50 ms | p99 ms | CPU ms |");
            System.out.println("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
            line(0, "COPY, three indexes, documents", 1, Feed.copy(owner, 100_000));
            still(Feed.envelope(0, 100));
            warm(owner);
            bring(owner);
            for (var size : new int[] {10_000, objects}) {
                fetch(size, filled(owner, size), owner);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | memory of the application (RSS), MiB | | %d | | | |%n",
                    objects,
                    Bench.memory(app));
        }
    }

    /** A running platform is what machines meet; the runtime compiles for some 100,000 requests while it works. */
    private void warm(Connection owner) throws Exception {
        var path = Feed.collection(owner);
        var objects = path + "objects/";
        Machine.run(MANY, warming, PORT, BEARER, n -> envelope(objects, 1));
        for (var size : new int[] {100, 1_000}) {
            Machine.run(4, warming.dividedBy(4), PORT, BEARER, n -> envelope(objects, size));
        }
        var bounds = bounds(owner, path);
        Machine.run(
                MANY,
                warming.dividedBy(2),
                PORT,
                BEARER,
                n -> Machine.Ask.get(
                        objects + "?limit=100&next=p" + Long.toString(bounds[0] + n % (bounds[1] - bounds[0]), 36)));
    }

    private void bring(Connection owner) throws Exception {
        var path = Feed.collection(owner) + "objects/";
        for (var size : new int[] {1, 100, 1_000}) {
            for (var clients : size == 1 ? new int[] {1, MANY} : new int[] {1, 4}) {
                Machine.run(clients, Duration.ofSeconds(2), PORT, BEARER, n -> envelope(path, size));
                var result = measured(clients, BEARER, n -> envelope(path, size));
                line(0, "POST envelopes of " + size + ", objects", clients, result, size);
            }
            if (size == 1) {
                byTurns(path);
                var shared = Feed.shared(owner, MANY) + "objects/";
                IntFunction<String> own = client -> "Bearer " + Feed.TOKEN + client * Feed.OF_ONE;
                Machine.run(MANY, Duration.ofSeconds(2), PORT, own, n -> envelope(shared, size));
                var several = measured(MANY, own, n -> envelope(shared, size));
                line(0, "POST envelopes of 1, each from another organisation, objects", MANY, several, size);
            }
        }
    }

    /** A collection grows, and a machine has its moods: what is compared is measured a moment apart, several times. */
    private void byTurns(String path) throws Exception {
        var bearer = measured(MANY, BEARER, n -> envelope(path, 1));
        var basic = measured(MANY, BASIC, n -> envelope(path, 1));
        for (var round = 1; round < ROUNDS; round++) {
            basic = basic.and(measured(MANY, BASIC, n -> envelope(path, 1)));
            bearer = bearer.and(measured(MANY, BEARER, n -> envelope(path, 1)));
        }
        line(0, "POST envelopes of 1 by turns with Basic, objects", MANY, bearer, 1);
        line(0, "POST envelopes of 1 with Basic, objects", MANY, basic, 1);
    }

    /** With the processor time that application and database take for each request. */
    private Machine.Result measured(int clients, String authorization, LongFunction<Machine.Ask> next)
            throws Exception {
        return measured(clients, client -> authorization, next);
    }

    private Machine.Result measured(int clients, IntFunction<String> authorization, LongFunction<Machine.Ask> next)
            throws Exception {
        var before = work.millis();
        var result = Machine.run(clients, length, PORT, authorization, next);
        return result.with((work.millis() - before) / Math.max(1, result.times().length));
    }

    private Machine.Ask envelope(String path, int size) {
        return new Machine.Ask(path, Feed.envelope(numbers.getAndAdd(size), size));
    }

    /** A collection of this size, brought in envelopes of a thousand. */
    private String filled(Connection owner, int size) throws Exception {
        var path = Feed.collection(owner);
        var start = System.nanoTime();
        try (var machine = new Machine(PORT, BEARER)) {
            for (var n = 0; n < size; n += 1_000) {
                machine.send(new Machine.Ask(path + "objects/", Feed.envelope(n, 1_000)));
            }
        }
        line(size, "filling by POST, objects", 1, size / ((System.nanoTime() - start) / 1e9));
        try (var statement = owner.createStatement()) {
            statement.execute("vacuum analyze intel.entry");
        }
        return path;
    }

    private void fetch(int size, String path, Connection owner) throws Exception {
        var bounds = bounds(owner, path);
        ranges(size, owner, bounds);
        LongFunction<String> anywhere =
                n -> "&next=p" + Long.toString(ThreadLocalRandom.current().nextLong(bounds[0], bounds[1]), 36);
        var objects = path + "objects/?limit=";
        for (var clients : new int[] {1, MANY}) {
            page(size, "page of 100", clients, n -> objects + 100 + anywhere.apply(n));
            page(size, "page of 1,000", clients, n -> objects + 1_000 + anywhere.apply(n));
            page(
                    size,
                    "page of 100, added_after",
                    clients,
                    n -> objects + "100&added_after=2000-01-01T00:00:00Z" + anywhere.apply(n));
            page(size, "page of 100, type", clients, n -> objects + "100&match[type]=indicator" + anywhere.apply(n));
            page(
                    size,
                    "page of 10, rare type",
                    clients,
                    n -> objects + "10&match[type]=tool&next=p" + Long.toString(bounds[0] + n % 1_000, 36));
            page(
                    size,
                    "page of 100, all versions",
                    clients,
                    n -> objects + "100&match[version]=all" + anywhere.apply(n));
            page(
                    size,
                    "page of 100, one version",
                    clients,
                    n -> objects + "100&match[version]=2026-01-01T00:00:00Z" + anywhere.apply(n));
            page(
                    size,
                    "no such version",
                    clients,
                    n -> objects + "100&match[version]=2019-01-01T00:00:00Z" + anywhere.apply(n));
            page(
                    size,
                    "page of 100, spec_version",
                    clients,
                    n -> objects + "100&match[spec_version]=2.1" + anywhere.apply(n));
            page(size, "one id", clients, n -> objects + "100&match[id]=" + bounds[2] + anywhere.apply(n));
            page(size, "manifest of 100", clients, n -> path + "manifest/?limit=100" + anywhere.apply(n));
            page(size, "the same page of 100, cached", clients, n -> objects + 100);
            page(size, "nothing new", clients, n -> objects + "100&next=p" + Long.toString(bounds[1], 36));
        }
        line(
                size,
                "the same page of 100 with Basic",
                MANY,
                measured(MANY, BASIC, n -> Machine.Ask.get(objects + 100)),
                1);
        walk(size, path);
    }

    private void page(int size, String what, int clients, LongFunction<String> path) throws Exception {
        Machine.run(clients, Duration.ofMillis(500), PORT, BEARER, n -> Machine.Ask.get(path.apply(n)));
        line(size, what, clients, measured(clients, BEARER, n -> Machine.Ask.get(path.apply(n))), 1);
    }

    private void walk(int size, String path) throws Exception {
        var start = System.nanoTime();
        try (var machine = new Machine(PORT, BEARER)) {
            var next = "";
            do {
                machine.send(Machine.Ask.get(path + "objects/?limit=2000" + (next.isEmpty() ? "" : "&next=" + next)));
                next = machine.next();
            } while (!next.isEmpty());
        }
        line(size, "walk to the end, objects", 1, size / ((System.nanoTime() - start) / 1e9));
    }

    /** First and last position of a collection, and the most frequent shelf. */
    private static long[] bounds(Connection owner, String path) throws Exception {
        try (var query = owner.prepareStatement("""
                select min(e.position), max(e.position), min(e.shelf)
                  from intel.entry e join intel.shelf s on s.id = e.shelf where s.collection = ?::uuid
                """)) {
            query.setString(1, path.split("/")[4]);
            var row = query.executeQuery();
            row.next();
            return new long[] {row.getLong(1), row.getLong(2), row.getLong(3)};
        }
    }

    /** The same pages from the database alone. */
    private void ranges(int size, Connection owner, long[] bounds) throws Exception {
        for (var rows : new int[] {100, 1_000}) {
            var count = 0;
            var start = System.nanoTime();
            try (var query = owner.prepareStatement(
                    "select raw from intel.entry where shelf = ? and state = 0 and position > ? order by position limit ?")) {
                while (System.nanoTime() - start < length.toNanos()) {
                    query.setInt(1, (int) bounds[2]);
                    query.setLong(2, ThreadLocalRandom.current().nextLong(bounds[0], bounds[1]));
                    query.setInt(3, rows);
                    var found = query.executeQuery();
                    while (found.next()) {
                        found.getBytes(1);
                    }
                    count++;
                }
            }
            line(size, "range SELECT of " + rows, 1, count / ((System.nanoTime() - start) / 1e9));
        }
    }

    /** The smallest server there is, with an answer of the same size. */
    private void still(byte[] answer) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        var result = Machine.run(MANY, length, server.getAddress().getPort(), BEARER, n -> Machine.Ask.get("/"));
        server.stop(0);
        line(0, "static answer of the size of a page of 100", MANY, result, 1);
    }

    private static void line(int size, String what, int clients, double perSecond) {
        System.out.printf(Locale.ROOT, "| %,d | %s | %d | %,.0f | | | |%n", size, what, clients, perSecond);
    }

    private static void line(int size, String what, int clients, Machine.Result result, int each) {
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %d | %,.0f | %.2f | %.2f | %.3f |%n",
                size,
                what,
                clients,
                result.perSecond() * each,
                result.millis(0.5),
                result.millis(0.99),
                result.work());
    }
}
