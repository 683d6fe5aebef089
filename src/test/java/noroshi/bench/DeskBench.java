package noroshi.bench;

import static noroshi.testing.Cast.*;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.testing.World;

/**
 * {@code bin/bench desk}: from a member's pressing "send" until ministry, police and agency have the report open, and the
 * board, with 500 open matters and 200 people who watch it.
 */
public final class DeskBench {
    private static final int PORT = Integer.getInteger("port", 8192);
    private static final String ADDRESS = "http://localhost:" + PORT;
    private static final int MATTERS = 500;
    private static final int WATCHERS = 200;
    private static final long EVERY = 5_000;
    private static final long NOW_AND_THEN = 60_000_000_000L;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<Actor> RECIPIENTS = List.of(MINA, PAUL, JUN);

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong renewed = new AtomicLong();
    private final int reports;
    private String last = "/desk";

    private DeskBench(int reports) {
        this.reports = reports;
    }

    public static void main(String[] arguments) throws Exception {
        new DeskBench(arguments.length < 2 ? 100 : Integer.parseInt(arguments[1])).measure();
    }

    private void measure() throws Exception {
        var data = Path.of("target/bench/desk-" + UUID.randomUUID()).toAbsolutePath();
        var app = Bench.start(data, PORT);
        try {
            settle(data);
            for (int n = 0; n < MATTERS; n++) {
                report();
            }
            System.out.println("| Open matters | Watchers | What | p50 ms | p99 ms | application ms | database ms |");
            System.out.println("| ---: | ---: | --- | ---: | ---: | ---: | ---: |");
            var processor = new Processor(app.pid(), data);
            quiet(processor, "matter page", () -> get(last, DANA));
            var shown = renew("").headers().firstValue("ETag").orElseThrow();
            quiet(processor, "board that stands", () -> renew(shown));
            quiet(processor, "board page", () -> get("/desk", DANA));
            quiet(processor, "board renewed", () -> renew(""));
            quiet(processor, "matter page of a ministry", () -> get(last, MINA));
            board(0);
            var watchers = new ArrayList<Thread>();
            for (int n = 0; n < WATCHERS; n++) {
                watchers.add(Thread.ofVirtual().start(this::watch));
            }
            board(WATCHERS);
            delivery();
            over.set(true);
            for (var watcher : watchers) {
                watcher.join();
            }
            System.out.printf(
                    Locale.ROOT, "| | %d | boards renewed meanwhile: %d | | | | |%n", WATCHERS, renewed.get());
            System.out.printf(Locale.ROOT, "| | | memory (RSS): %d MiB | | | | |%n", Bench.memory(app));
        } finally {
            app.descendants().forEach(ProcessHandle::destroy);
            app.destroy();
            app.waitFor();
        }
    }

    private static void settle(Path data) throws Exception {
        try (var owner = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + Bench.read(data.resolve("postgresql/port")) + "/noroshi",
                "noroshi_owner",
                Bench.read(data.resolve("secrets/database-owner")))) {
            World.moveInto(owner);
            try (var sql = owner.createStatement()) {
                sql.execute("insert into desk.system values ('booking', '予約', 'Booking')");
                for (var organisation : List.of(MINISTRY, AGENCY, POLICE)) {
                    sql.execute(("insert into desk.party (trigger, code, organisation, damage, technical)"
                                    + " values ('SYSTEM', 'booking', '%s', true, true)")
                            .formatted(organisation));
                }
            }
        }
    }

    /** As the board's page does: asks for what has moved, and what it does then and now. */
    private void watch() {
        var shown = "";
        var asked = System.nanoTime();
        try {
            Thread.sleep((long) (Math.random() * EVERY));
            while (!over.get()) {
                var answer = renew(shown);
                if (answer.statusCode() == 200) {
                    renewed.incrementAndGet();
                    shown = answer.headers().firstValue("ETag").orElseThrow();
                    if (System.nanoTime() - asked > NOW_AND_THEN) {
                        get("/desk/board/due", DANA);
                        asked = System.nanoTime();
                    }
                }
                Thread.sleep(EVERY);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> renew(String shown) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(ADDRESS + "/desk/board"))
                .header("Cookie", "session=" + session(DANA.person()))
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", shown)
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 && answer.statusCode() != 304) {
            throw new IllegalStateException("board renewed: " + answer.statusCode());
        }
        return answer;
    }

    /** What one page costs while nobody else asks for anything, however busy the machine is. */
    private void quiet(Processor processor, String what, Callable<?> page) throws Exception {
        for (int n = 0; n < reports; n++) {
            page.call();
        }
        var times = new ArrayList<Long>();
        var before = processor.spent();
        for (int n = 0; n < reports * 2; n++) {
            var start = System.nanoTime();
            page.call();
            times.add(System.nanoTime() - start);
        }
        line(0, what, times, Optional.of(processor.spent().since(before, times.size())));
    }

    private void board(int watchers) throws Exception {
        var times = new ArrayList<Long>();
        for (int n = 0; n < reports * 2; n++) {
            var start = System.nanoTime();
            get("/desk", DANA);
            times.add(System.nanoTime() - start);
        }
        line(watchers, "board page", times);
    }

    /** From "send" until the last of them has the report open, one after the other. */
    private void delivery() throws Exception {
        var acknowledged = new ArrayList<Long>();
        var open = new ArrayList<Long>();
        for (int n = 0; n < reports; n++) {
            var form = form();
            var start = System.nanoTime();
            var path = send(form);
            acknowledged.add(System.nanoTime() - start);
            for (var reader : RECIPIENTS) {
                get(path, reader);
            }
            open.add(System.nanoTime() - start);
        }
        line(WATCHERS, "report acknowledged", acknowledged);
        line(WATCHERS, "report open at all three recipients", open);
    }

    private void line(int watchers, String what, List<Long> times) {
        line(watchers, what, times, Optional.empty());
    }

    private void line(int watchers, String what, List<Long> times, Optional<Processor.Spent> each) {
        var sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %s | %.0f | %.0f | %s |%n",
                MATTERS,
                watchers,
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.99))] / 1e6,
                each.map(it -> String.format(Locale.ROOT, "%.1f | %.1f", it.application(), it.database()))
                        .orElse(" | "));
    }

    private void report() throws Exception {
        last = send(form());
    }

    private HttpResponse<String> form() throws Exception {
        return ask("/desk/new", MIKA);
    }

    private String send(HttpResponse<String> form) throws Exception {
        var cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var token = TOKEN.matcher(form.body());
        if (!token.find()) {
            throw new IllegalStateException("no form");
        }
        var recipients = Stream.of(MINISTRY, AGENCY, POLICE)
                .map(it -> "&recipient=" + it + "&shown=" + it)
                .collect(Collectors.joining());
        var body = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&once=" + UUID.randomUUID()
                + "&kind=REPORT&system=booking&tlp=AMBER&title=Report&body=What+is+known&damage=Bookings+stopped"
                + "&technical=192.0.2.7" + recipients;
        var request = HttpRequest.newBuilder(URI.create(ADDRESS + "/desk"))
                .header("Cookie", cookie + "; session=" + session(MIKA.person()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("refused: " + answer.statusCode());
        }
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private String get(String path, Actor actor) throws Exception {
        var answer = ask(path, actor);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> ask(String path, Actor actor) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(ADDRESS + path))
                .header("Cookie", "session=" + session(actor.person()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
