package noroshi.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongFunction;

/** {@code bin/bench}: the pages under load at two sizes, beside the same questions put to the database alone. */
public final class Bench {
    private static final int PORT = Integer.getInteger("port", 8190);
    private static final int CONNECTIONS = 8;
    private static final int SESSIONS = 400;
    /** Two-character words that each stand in every twentieth topic: 10,000 of 200,000. */
    static final List<String> WORDS = List.of("攻撃", "監視", "通信", "障害", "対策", "検知", "訓練", "復旧");

    private final Duration length;
    private final Duration warming;

    private Bench(Duration length, Duration warming) {
        this.length = length;
        this.warming = warming;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new Bench(
                Duration.ofSeconds(arguments.length == 0 ? 10 : Integer.parseInt(arguments[0])),
                Duration.ofSeconds(arguments.length < 2 ? 90 : Integer.parseInt(arguments[1])));
        var sizes = arguments.length < 3 ? List.of(2_000, 200_000) : List.of(Integer.valueOf(arguments[2]));
        System.out.println(
                "| Topics | What | Requests/s | p50 ms | p99 ms | Application ms | Database ms | Raw SQL/s | Share |");
        System.out.println("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int topics : sizes) {
            bench.measure(Town.national(topics));
        }
    }

    private void measure(Town town) throws Exception {
        var data = Path.of("target/bench/" + Town.STREETS + "-" + town.topics()).toAbsolutePath();
        var app = start(data, PORT);
        try {
            var url = "jdbc:postgresql://127.0.0.1:" + read(data.resolve("postgresql/port")) + "/noroshi";
            try (var owner =
                    DriverManager.getConnection(url, "noroshi_owner", read(data.resolve("secrets/database-owner")))) {
                if (!town.stands(owner)) {
                    town.build(owner);
                }
                town.welcome(owner);
            }
            var raw = new Raw(url, "noroshi_app", read(data.resolve("secrets/database-application")));
            var processor = new Processor(app.pid(), data);
            lists(town, processor, raw);
            page(town, processor, raw);
            search(town, processor, raw);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | memory of the application (RSS) | %d MiB | | | | | | |%n",
                    town.topics(),
                    memory(app));
        } finally {
            app.descendants().forEach(ProcessHandle::destroy);
            app.destroy();
            app.waitFor();
        }
    }

    private void lists(Town town, Processor processor, Raw raw) throws Exception {
        var newest = raw.perSecond(
                2,
                length,
                n -> new Raw.Question(person(n), "select topic from topic.newest(null, null, 'infinity', 50)"));
        closed(town, "home", processor, newest, n -> new Load.Ask(session(n), "/"));
        closed(town, "list of the newest", processor, newest, n -> new Load.Ask(session(n), "/topics"));
    }

    private void page(Town town, Processor processor, Raw raw) throws Exception {
        var byId = raw.perSecond(
                2,
                length,
                n -> new Raw.Question(
                        id("person", reader(town, n)),
                        "select x.body from topic.text x where x.topic = ?",
                        id("topic", restricted(town, n))));
        closed(town, "topic page", processor, byId, n -> new Load.Ask("bench-" + reader(town, n), topic(town, n)));
    }

    private void search(Town town, Processor processor, Raw raw) throws Exception {
        var found = raw.perSecond(
                2,
                length,
                n -> new Raw.Question(
                        person(n),
                        "select topic from topic.search(?::tsquery, null, null, null, null, null, null, 'date', 0, 21)",
                        word(n)));
        closed(town, "search, most it gets", processor, found, n -> new Load.Ask(session(n), search(n)));
        var before = processor.spent();
        var steady = new Load(PORT).open(CONNECTIONS, length, 50, n -> new Load.Ask(session(n), search(n)));
        report(town, "search, 50 a second", steady, processor.spent().since(before, steady.times().length), found);
    }

    /** A running platform is what is measured: first it warms to each question. */
    private void closed(Town town, String what, Processor processor, double raw, LongFunction<Load.Ask> next)
            throws Exception {
        var load = new Load(PORT);
        load.closed(CONNECTIONS, warming, next);
        var before = processor.spent();
        var result = load.closed(CONNECTIONS, length, next);
        report(town, what, result, processor.spent().since(before, result.times().length), raw);
    }

    private static void report(Town town, String what, Load.Result result, Processor.Spent spent, double raw) {
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %,.0f | %.1f | %.1f | %.2f | %.2f | %,.0f | %.0f %% |%n",
                town.topics(),
                what,
                result.perSecond(),
                result.millis(0.5),
                result.millis(0.99),
                spent.application(),
                spent.database(),
                raw,
                100 * result.perSecond() / raw);
    }

    static Process start(Path data, int port) throws IOException, InterruptedException {
        return start(data, port, false);
    }

    static Process start(Path data, int port, boolean demo) throws IOException, InterruptedException {
        Files.createDirectories(data);
        var builder = new ProcessBuilder("bin/run")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("run.log").toFile());
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("NOROSHI_DATA", data.toString());
        builder.environment().put("NOROSHI_DEMO", Boolean.toString(demo));
        builder.environment().put("NOROSHI_TAXII_REQUESTS", "1000000");
        var app = builder.start();
        for (int i = 0; i < 600; i++) {
            if (!app.isAlive()) {
                throw new IOException("the platform did not start: " + read(data.resolve("run.log")));
            }
            if (ready(port)) {
                return app;
            }
            Thread.sleep(500);
        }
        throw new IOException("the platform did not start in five minutes");
    }

    private static boolean ready(int port) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/readyz").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static long memory(Process app) throws IOException {
        var pids = new ArrayList<Long>();
        pids.add(app.pid());
        app.descendants().map(ProcessHandle::pid).forEach(pids::add);
        long largest = 0;
        for (var pid : pids) {
            var status = Path.of("/proc/" + pid + "/status");
            if (Files.exists(status) && Files.readString(status).startsWith("Name:\tjava")) {
                var rss = Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst();
                largest = Math.max(
                        largest,
                        rss.map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                        .orElse(0L)
                                / 1024);
            }
        }
        return largest;
    }

    private static String session(long n) {
        return "bench-" + (1 + n % SESSIONS);
    }

    private static UUID person(long n) {
        return id("person", 1 + n % SESSIONS);
    }

    private static String topic(Town town, long n) {
        return "/topics/" + id("topic", restricted(town, n));
    }

    private static long restricted(Town town, long n) {
        return town.restricted(reader(town, n), n).orElseThrow();
    }

    /** Somebody with a community that has something for its members only. */
    private static long reader(Town town, long n) {
        var person = 1 + n % SESSIONS;
        while (town.restricted(person, n).isEmpty()) {
            person = 1 + person % SESSIONS;
        }
        return person;
    }

    private static String search(long n) {
        return "/search?q=" + java.net.URLEncoder.encode(word(n), StandardCharsets.UTF_8);
    }

    private static String word(long n) {
        return WORDS.get((int) (n % WORDS.size()));
    }

    /** The same id that the database makes of a kind and a number. */
    private static UUID id(String kind, long n) {
        try {
            var hex = new StringBuilder(java.util.HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest((kind + n).getBytes(StandardCharsets.UTF_8))));
            hex.setCharAt(12, '4');
            hex.setCharAt(16, '8');
            var text = hex.toString().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
            return UUID.fromString(text);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
