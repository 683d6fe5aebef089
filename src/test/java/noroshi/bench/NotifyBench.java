package noroshi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import noroshi.notification.MailPeer;

/**
 * {@code bin/bench notify}: one item for everybody in the country, on their pages and by mail to a server on this machine;
 * and what open pages cost that hear nothing.
 */
public final class NotifyBench {
    private static final int PORT = Integer.getInteger("port", 8191);
    private static final int STREAMS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private NotifyBench() {}

    public static void main(String[] arguments) throws Exception {
        var town = Town.national(2_000);
        var data = Path.of("target/bench/notify").toAbsolutePath();
        try (var server = new MailPeer(Integer.parseInt(System.getenv("NOROSHI_NOTIFICATION_MAIL_PORT")))) {
            var app = Bench.start(data, PORT);
            try {
                var url = "jdbc:postgresql://127.0.0.1:" + Bench.read(data.resolve("postgresql/port")) + "/noroshi";
                try (var owner = DriverManager.getConnection(
                        url, "noroshi_owner", Bench.read(data.resolve("secrets/database-owner")))) {
                    if (!town.stands(owner)) {
                        town.build(owner);
                    }
                    town.welcome(owner);
                    run(owner, "update membership.person set email = login || '@bench.example' where email is null");
                    System.out.println("| What | Measured | Goal |");
                    System.out.println("| --- | ---: | ---: |");
                    tell(owner, server);
                    tell(owner, server);
                    listen(owner, app);
                }
            } finally {
                app.descendants().forEach(ProcessHandle::destroy);
                app.destroy();
                app.waitFor();
            }
        }
    }

    /** What an urgent bulletin leaves to be told, from the commit of the act to the last reader. */
    private static void tell(Connection owner, MailPeer server) throws Exception {
        server.taken().clear();
        run(owner, "update notification.item set seen_at = now() where seen_at is null");
        var start = Instant.now();
        run(owner, """
                insert into notification.happening (what, topic, version, step, at)
                select 'BULLETIN_PUBLISHED', t.id, t.version, 'urgent', now() from topic.topic t
                 where t.addressees @> array[membership.everyone()] order by t.id limit 1
                """);
        var told =
                until(() -> number(owner, "select count(*) from notification.happening where spread_at is null") == 0);
        var people = number(owner, "select count(*) from notification.item where seen_at is null");
        row("one item on the pages of %,d people".formatted(people), seconds(start, told), "10 s");
        var handed = until(() -> server.taken().size() >= people);
        row("%,d mails handed to a server".formatted(server.taken().size()), seconds(start, handed), "120 s");
        until(() -> number(owner, "select count(*) from notification.mail where state in ('waiting', 'leaving')") == 0);
        var recipients = server.taken().stream()
                .map(mail -> mail.recipients().getFirst())
                .distinct()
                .count();
        row("different recipients among them", "%,d".formatted(recipients), "%,d".formatted(people));
    }

    private static void listen(Connection owner, Process app) throws Exception {
        // Some first, so that what is loaded once is not counted for each.
        var streams = new ArrayList<>(open(100));
        Thread.sleep(5000);
        var before = Bench.memory(app);
        var connections = number(owner, "select count(*) from pg_stat_activity where datname = current_database()");
        streams.addAll(open(STREAMS));
        Thread.sleep(15000);
        row("%,d open pages that hear nothing".formatted(STREAMS), (Bench.memory(app) - before) + " MiB", "150 MiB");
        row(
                "database connections more than before",
                Long.toString(number(owner, "select count(*) from pg_stat_activity where datname = current_database()")
                        - connections),
                "0");
        for (var stream : streams) {
            stream.close();
        }
    }

    private static List<Socket> open(int howMany) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < howMany; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), PORT);
            sockets.add(socket);
            socket.getOutputStream()
                    .write(("GET /notifications/stream HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Accept: text/event-stream\r\nCookie: session=bench-" + (1 + i % 400)
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[12];
            if (socket.getInputStream().readNBytes(answer, 0, 12) < 12
                    || !new String(answer, StandardCharsets.US_ASCII).endsWith("200")) {
                throw new IOException("no stream: " + new String(answer, StandardCharsets.US_ASCII));
            }
        }
        return sockets;
    }

    private interface Condition {
        boolean met() throws SQLException;
    }

    private static Instant until(Condition condition) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.met()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("not within " + PATIENCE);
            }
            Thread.sleep(20);
        }
        return Instant.now();
    }

    private static String seconds(Instant from, Instant until) {
        return String.format(
                Locale.ROOT, "%.1f s", Duration.between(from, until).toMillis() / 1000.0);
    }

    private static void row(String what, String measured, String goal) {
        System.out.println("| " + what + " | " + measured + " | " + goal + " |");
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
