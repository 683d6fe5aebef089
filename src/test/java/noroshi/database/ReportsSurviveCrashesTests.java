package noroshi.database;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.notification.MailPeer;
import noroshi.shared.Actor;
import noroshi.testing.Platform;
import noroshi.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A member is told that a report was received: then each recipient has it, once, whenever the platform or its database is
 * killed. A member who was told nothing sends the same form again, and it is one report.
 */
@Tag("journey")
class ReportsSurviveCrashesTests {
    private static final int ROUNDS = 4;
    private static final int ENOUGH = 6;
    private static final List<Actor> REPORTERS = List.of(MIKA, NOOR, SORA);
    private static final List<Actor> RECIPIENTS = List.of(DANA, MINA, JUN, PAUL);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(4_9);

    /** What was sent, by the form's own number, and whether its sender was told so. */
    private final Map<UUID, Boolean> told = new ConcurrentHashMap<>();

    private final Map<UUID, Actor> senders = new ConcurrentHashMap<>();

    @Test
    void whatWasAcknowledgedIsWithEveryRecipientOnce(@TempDir Path folder) throws Exception {
        try (var server = new MailPeer(0);
                var platform = new Platform(
                        folder,
                        Map.of(
                                "NOROSHI_NOTIFICATION_MAIL_HOST", "127.0.0.1",
                                "NOROSHI_NOTIFICATION_MAIL_PORT", Integer.toString(server.port()),
                                "NOROSHI_NOTIFICATION_MAIL_SECURITY", "none",
                                "NOROSHI_NOTIFICATION_BEGINS", "PT0S"))) {
            platform.start();
            try (var owner = platform.asOwner()) {
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
            for (int round = 0; round < ROUNDS; round++) {
                reportUntil(platform, round % 2 == 1);
                platform.start();
                everyAcknowledgedReportIsWithEverybody(platform);
            }
            for (var unheard :
                    told.entrySet().stream().filter(it -> !it.getValue()).toList()) {
                assertThat(send(platform.address(), unheard.getKey())).isTrue();
            }
            everyAcknowledgedReportIsWithEverybody(platform);
            assertThat(told.values()).isNotEmpty().allMatch(it -> it);
            everyRecipientWasToldOnce(platform, server);
        }
    }

    /** Three members send one report after the other, and in the middle of it the blow falls. */
    private void reportUntil(Platform platform, boolean databaseToo) throws Exception {
        var address = platform.address();
        var over = new AtomicBoolean();
        var before = acknowledged().size();
        var threads = REPORTERS.stream()
                .map(actor -> new FutureTask<>(() -> report(actor, address, over), true))
                .toList();
        threads.forEach(Thread.ofVirtual()::start);
        Platform.await(() -> acknowledged().size() >= before + ENOUGH);
        Thread.sleep(random.nextInt(120));
        if (databaseToo) {
            platform.postgres().destroyForcibly();
        }
        platform.kill();
        over.set(true);
        for (var thread : threads) {
            assertThat(thread.get()).isTrue();
        }
    }

    private void report(Actor actor, URI address, AtomicBoolean over) {
        var answered = true;
        while (answered && !over.get()) {
            var once = UUID.randomUUID();
            told.put(once, false);
            senders.put(once, actor);
            answered = send(address, once);
        }
    }

    private Set<UUID> acknowledged() {
        return told.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether the sender was told that it was received. */
    private boolean send(URI address, UUID once) {
        try {
            var sender = java.util.Objects.requireNonNull(senders.get(once));
            var form = get(address.resolve("desk/new"), sender);
            var cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            var token = TOKEN.matcher(form.body());
            assertThat(token.find()).isTrue();
            var recipients = Stream.of(MINISTRY, AGENCY, POLICE)
                    .map(it -> "&recipient=" + it + "&shown=" + it)
                    .collect(Collectors.joining());
            var body = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&once=" + once
                    + "&kind=REPORT&system=booking&tlp=AMBER&title=Report+" + once
                    + "&body=What+is+known&damage=Bookings+stopped&technical=192.0.2.7" + recipients;
            var request = HttpRequest.newBuilder(address.resolve("desk"))
                    .header("Cookie", cookie + "; session=" + session(sender.person()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 303) {
                told.put(once, true);
                return true;
            }
            assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(500);
            return false;
        } catch (IOException killed) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(URI address, Actor actor) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Cookie", "session=" + session(actor.person()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Asked as each of them, of the pages they would look at; and of both parts, or of none. */
    private void everyAcknowledgedReportIsWithEverybody(Platform platform) throws Exception {
        for (var reader : RECIPIENTS) {
            var page = get(platform.address().resolve("desk"), reader).body();
            for (var once : told.keySet()) {
                var found = page.split(Pattern.quote(">Report " + once + "<"), -1).length - 1;
                assertThat(found).as("report %s for %s", once, reader).isLessThanOrEqualTo(1);
                if (acknowledged().contains(once)) {
                    assertThat(found).as("report %s for %s", once, reader).isOne();
                }
            }
        }
        try (var owner = platform.asOwner();
                var sql = owner.createStatement();
                var rows = sql.executeQuery("""
                        select m.once, (select count(*) from desk.part p where p.matter = m.topic) as parts,
                               (select count(*) from desk.recipient r where r.matter = m.topic) as recipients,
                               (select count(*) from desk.ticket k where k.matter = m.topic) as tickets
                          from desk.matter m
                        """)) {
            while (rows.next()) {
                assertThat(told).containsKey(rows.getObject("once", UUID.class));
                assertThat(rows.getInt("parts")).isEqualTo(2);
                assertThat(rows.getInt("recipients")).isEqualTo(3);
                assertThat(rows.getInt("tickets")).isOne();
            }
        }
    }

    /** On their page and by mail: one item each, and one message, which may have left twice only where that was counted. */
    private void everyRecipientWasToldOnce(Platform platform, MailPeer server) throws Exception {
        try (var owner = platform.asOwner();
                var sql = owner.createStatement()) {
            Platform.await(() -> number(
                            sql,
                            "select (select count(*) from notification.happening where spread_at is null)"
                                    + " + (select count(*) from notification.mail where state <> 'sent')")
                    == 0);
            assertThat(number(
                            sql,
                            "select count(*) from notification.item where what = 'MATTER_REPORTED' and person in ("
                                    + RECIPIENTS.stream()
                                            .map(it -> "'" + it.person() + "'")
                                            .collect(Collectors.joining(","))
                                    + ")"))
                    .isEqualTo((long) told.size() * RECIPIENTS.size());
            var letters = server.taken().stream()
                    .collect(Collectors.groupingBy(
                            mail -> mail.recipients() + " " + mail.header("References"),
                            Collectors.mapping(mail -> mail.header("Message-ID"), Collectors.toSet())));
            var matters = sql.executeQuery("select topic from desk.matter");
            while (matters.next()) {
                for (var address : List.of("dana", "mina", "jun", "paul")) {
                    var about = "[" + address + "@member.example] <topic." + matters.getString(1) + "@";
                    assertThat(letters.entrySet().stream()
                                    .filter(it -> it.getKey().startsWith(about))
                                    .mapToInt(it -> it.getValue().size())
                                    .sum())
                            .as(about)
                            .isOne();
                }
            }
            var twice = server.taken().size()
                    - server.taken().stream()
                            .map(mail -> mail.header("Message-ID"))
                            .distinct()
                            .count();
            assertThat(twice).isLessThanOrEqualTo(number(sql, "select coalesce(sum(again), 0) from notification.mail"));
        }
    }

    private static long number(Statement sql, String question) throws SQLException {
        try (var rows = sql.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
