package noroshi.bench;

import static noroshi.testing.Cast.*;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import noroshi.notification.MailPeer;
import noroshi.notification.MailPeer.Taken;
import noroshi.testing.Platform;
import noroshi.testing.World;

/**
 * {@code bin/bench kills}: members publish and report without a pause, the platform or its database is killed (kill -9) at
 * random moments and started again; at the end what was acknowledged is compared with what a mail server was given.
 */
public final class KillsBench {
    private static final int LONGEST_LIFE = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> POSTED_TO = List.of("mika", "rin", "noor");
    private static final List<String> REPORTED_TO = List.of("dana", "mina", "jun", "paul");

    private final Random random = new Random();
    private final Publishers publishers = new Publishers();
    private int databaseToo;

    private KillsBench() {}

    public static void main(String[] arguments) throws Exception {
        var kills = arguments.length < 2 ? 200 : Integer.parseInt(arguments[1]);
        var data = Path.of("target/bench/kills-" + UUID.randomUUID()).toAbsolutePath();
        Files.createDirectories(data);
        boolean clean;
        try (var server = new MailPeer(0);
                var platform = new Platform(
                        data,
                        Map.of(
                                "NOROSHI_NOTIFICATION_MAIL_HOST", "127.0.0.1",
                                "NOROSHI_NOTIFICATION_MAIL_PORT", Integer.toString(server.port()),
                                "NOROSHI_NOTIFICATION_MAIL_SECURITY", "none",
                                "NOROSHI_NOTIFICATION_BEGINS", "PT0S"))) {
            clean = new KillsBench().measure(kills, platform, server);
        }
        System.exit(clean ? 0 : 1);
    }

    private boolean measure(int kills, Platform platform, MailPeer server) throws Exception {
        var start = Instant.now();
        platform.start();
        try (var owner = platform.asOwner()) {
            World.moveInto(owner);
            Publishers.settle(owner);
        }
        for (int kill = 1; kill <= kills; kill++) {
            publishUntilTheBlow(platform);
            platform.start();
            if (kill % 10 == 0) {
                System.err.printf(
                        Locale.ROOT,
                        "%d kills, %d acknowledged, %d messages%n",
                        kill,
                        publishers.acknowledged(),
                        server.taken().size());
            }
        }
        boolean clean;
        try (var owner = platform.asOwner()) {
            settled(owner);
            clean = new Count(owner, server.taken()).say(kills, Duration.between(start, Instant.now()));
        }
        return clean;
    }

    /** One kill in three takes the database along, or before. */
    private void publishUntilTheBlow(Platform platform) throws Exception {
        var over = new AtomicBoolean();
        URI address = platform.address();
        var work = List.of(
                new FutureTask<>(() -> publishers.post(address, over), true),
                new FutureTask<>(() -> publishers.report(address, over), true));
        work.forEach(Thread.ofVirtual()::start);
        Thread.sleep(random.nextInt(LONGEST_LIFE));
        switch (random.nextInt(6)) {
            case 0 -> {
                platform.postgres().destroyForcibly();
                Thread.sleep(random.nextInt(400));
                databaseToo++;
            }
            case 1 -> {
                platform.postgres().destroyForcibly();
                databaseToo++;
            }
            default -> {}
        }
        platform.kill();
        over.set(true);
        for (var each : work) {
            each.get();
        }
    }

    /** Everything that happened is told, and no message waits. */
    private static void settled(Connection owner) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (number(owner, "select count(*) from notification.happening where spread_at is null")
                        + number(owner, "select count(*) from notification.mail where state in ('waiting', 'leaving')")
                > 0) {
            if (Instant.now().isAfter(end)) {
                System.err.println("something still waits after " + PATIENCE);
                return;
            }
            Thread.sleep(200);
        }
    }

    /** What the mail server was given, against what the platform said it had. */
    private final class Count {
        private final Map<String, Set<String>> messages = new HashMap<>();
        private final Map<String, Integer> times = new HashMap<>();
        private final Map<UUID, List<String>> wanted = new HashMap<>();
        private final Map<String, Integer> again = new HashMap<>();
        private int acknowledgedAndGone;

        Count(Connection owner, List<Taken> taken) throws SQLException {
            for (var mail : taken) {
                var id = mail.header("Message-ID");
                times.merge(id, 1, Integer::sum);
                var about = mail.header("References").replaceAll("^<topic\\.(.*)@.*>$", "$1");
                messages.computeIfAbsent(mail.recipients().getFirst() + " " + about, pair -> new HashSet<>())
                        .add(id);
            }
            try (var sql = owner.createStatement()) {
                try (var rows = sql.executeQuery("select id, kind from topic.topic where kind in ('POST', 'MATTER')"
                        + " and id not in (select p.topic from desk.part p)")) {
                    while (rows.next()) {
                        wanted.put(
                                rows.getObject(1, UUID.class),
                                rows.getString(2).equals("POST") ? POSTED_TO : REPORTED_TO);
                    }
                }
                try (var rows = sql.executeQuery("select id, again from notification.mail")) {
                    while (rows.next()) {
                        again.put(rows.getString(1), rows.getInt(2));
                    }
                }
            }
            acknowledgedAndGone = publishers.missing(owner);
        }

        boolean say(int kills, Duration lasted) {
            var lost = 0;
            var doubled = 0;
            for (var each : wanted.entrySet()) {
                for (var login : each.getValue()) {
                    var got = messages.getOrDefault(login + "@member.example " + each.getKey(), Set.of())
                            .size();
                    lost += got == 0 ? 1 : 0;
                    doubled += Math.max(0, got - 1);
                }
            }
            var inTheGap = 0;
            for (var each : times.entrySet()) {
                var more = each.getValue() - 1;
                var counted = again.getOrDefault(each.getKey().replaceAll("^<(.*)@.*>$", "$1"), 0);
                inTheGap += Math.min(more, counted);
                doubled += Math.max(0, more - counted);
            }
            System.out.println("| What | Counted | Goal |");
            System.out.println("| --- | ---: | ---: |");
            row("kills of the platform (with its database)", kills + " (" + databaseToo + ")", "");
            row("minutes", Long.toString(lasted.toMinutes()), "");
            row("publications and reports that were acknowledged", Integer.toString(publishers.acknowledged()), "");
            row("acknowledged and not there", Integer.toString(acknowledgedAndGone), "0");
            row("messages expected, one to each recipient", Integer.toString(expected()), "");
            row("lost", Integer.toString(lost), "0");
            row("doubled", Integer.toString(doubled), "0");
            row("sent again inside the declared gap, and counted", Integer.toString(inTheGap), "");
            return lost + doubled + acknowledgedAndGone == 0;
        }

        private int expected() {
            return wanted.values().stream().mapToInt(List::size).sum();
        }
    }

    private static void row(String what, String counted, String goal) {
        System.out.println("| " + what + " | " + counted + " | " + goal + " |");
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
