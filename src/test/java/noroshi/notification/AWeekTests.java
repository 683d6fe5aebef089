package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import noroshi.notification.MailPeer.Taken;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.MutableClock;
import noroshi.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A week of 40 communities and 300 topics under every label, while people read, leave, are shut out and change their
 * minds: every byte that leaves is read.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({World.class, MutableClock.class, RightNow.class, Town.class, Items.class})
class AWeekTests {
    private static final MailPeer PEER = new MailPeer(0);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Pattern ITEM = Pattern.compile("/notifications/([0-9a-f-]{36})");
    private static final Pattern STREAMED =
            Pattern.compile("event:count|id:[0-9a-f-]{36}|data:\\{\"unread\":\\d+}|:(open)?|retry:5000|");

    @LocalServerPort
    int port;

    @Autowired
    MutableClock clock;

    @Autowired
    RightNow rightNow;

    @Autowired
    Town town;

    @Autowired
    Items items;

    @Autowired
    Feeds feeds;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Integer> tellings = new ConcurrentHashMap<>();
    private final Map<String, Integer> digests = new ConcurrentHashMap<>();
    private final Map<Actor, ConcurrentLinkedQueue<String>> streams = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("noroshi.notification.mail.host", () -> "127.0.0.1");
        properties.add("noroshi.notification.mail.port", PEER::port);
        properties.add("noroshi.notification.mail.security", () -> "none");
        properties.add("noroshi.notification.mail.from", () -> "notices@noroshi.example");
        properties.add("noroshi.notification.mail.lanes", () -> "1");
        properties.add("noroshi.notification.patience", () -> "PT0S");
        properties.add("noroshi.notification.begins", () -> "P1D");
    }

    @AfterAll
    static void close() {
        PEER.close();
    }

    @Test
    void nothingLeavesThatMayNot() throws Exception {
        town.found(40);
        town.people().forEach(this::listen);
        PEER.onTaken(this::look);
        var addresses = new HashMap<Actor, String>();
        for (var each : town.people()) {
            addresses.put(each, feeds.renew(each).text());
        }
        for (int day = 0; day < 7; day++) {
            for (int part = 0; part < 3; part++) {
                town.publish(15);
                town.talk(8);
                rightNow.spread();
                town.changeMinds();
                rightNow.post();
            }
            addresses.forEach(this::fetch);
            clock.advance(Duration.ofDays(1));
            rightNow.gather();
            town.changeMinds();
            rightNow.post();
        }
        assertThat(town.posted()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(town.posted().stream().map(Town.Post::tlp).distinct()).containsExactlyInAnyOrder(Tlp.values());
        assertThat(complaints).isEmpty();
        assertThat(tellings.values()).as("nobody is told twice").containsOnly(1);
        assertThat(digests.values()).as("one digest a day").containsOnly(1);
        assertThat(digests).hasSizeGreaterThan(20);
        assertThat(PEER.taken()).hasSizeGreaterThan(300);
        assertThat(PEER.taken().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSameSizeAs(PEER.taken());
        streamsSayNothing();
    }

    /** At the moment the server takes it. */
    private void look(Taken mail) {
        var reader = town.at(mail.recipients().getFirst());
        if (mail.recipients().size() != 1) {
            complaints.add("several recipients " + mail.recipients());
        }
        var whole = SendingMailTests.whole(mail);
        read("mail to " + mail.recipients(), whole, reader);
        var links = ITEM.matcher(SendingMailTests.body(mail))
                .results()
                .map(found -> found.group(1))
                .toList();
        for (var item : new HashSet<>(links)) {
            tellings.merge(mail.recipients() + " " + item, 1, Integer::sum);
            items.topicOf(UUID.fromString(item))
                    .filter(topic -> !town.reads(topic, reader))
                    .ifPresent(
                            topic -> complaints.add("mail to " + mail.recipients() + " about what they may not read"));
        }
        if (mail.header("List-Unsubscribe").endsWith("/digest>")) {
            digests.merge(mail.recipients() + " " + LocalDate.ofInstant(clock.instant(), ZONE), 1, Integer::sum);
        }
    }

    /** What a text says, compared with what it may say. */
    private void read(String where, String text, Actor reader) {
        for (var post : town.posted()) {
            var shown = post.tlp().compareTo(Tlp.AMBER) < 0;
            if (text.contains(post.body())) {
                complaints.add(where + ": the text of " + post);
            }
            if (text.contains(post.title()) && (!shown || !town.reads(post.id(), reader))) {
                complaints.add(where + ": the title of " + post);
            }
            if (!post.safe().isEmpty()
                    && text.contains(post.safe())
                    && (post.tlp() == Tlp.RED || !town.reads(post.id(), reader))) {
                complaints.add(where + ": the safe subject of " + post);
            }
            if (post.tlp() == Tlp.RED && text.contains(post.id().toString())) {
                complaints.add(where + ": which topic " + post);
            }
        }
    }

    private void fetch(Actor reader, String secret) {
        for (var name : List.of("news.atom", "dates.ics")) {
            var answer = get("/feeds/" + secret + "/" + name);
            if (answer.statusCode() != 200) {
                complaints.add(name + " " + answer.statusCode());
            }
            read(name + " of " + reader.person(), answer.body().replace("\r\n ", ""), reader);
            for (var item : ITEM.matcher(answer.body())
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                items.topicOf(UUID.fromString(item))
                        .filter(topic -> !town.reads(topic, reader))
                        .ifPresent(topic -> complaints.add(name + " about what its reader may not read"));
            }
        }
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen(Actor reader) {
        var lines = new ConcurrentLinkedQueue<String>();
        streams.put(reader, lines);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notifications/stream"))
                .header("Accept", "text/event-stream")
                .header("Cookie", "session=" + noroshi.testing.Cast.session(reader.person()))
                .build();
        // A thread of its own for each: a stream that stays open would keep a shared one for good.
        Thread.startVirtualThread(() -> {
            try (var all =
                    client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
                all.forEach(lines::add);
            } catch (IOException | InterruptedException | UncheckedIOException ended) {
                lines.add(": ended");
            }
        });
    }

    private void streamsSayNothing() {
        var events = 0;
        for (var each : streams.entrySet()) {
            for (var line : each.getValue()) {
                assertThat(line).matches(STREAMED);
                if (line.startsWith("id:")) {
                    events++;
                    assertThat(items.personOf(UUID.fromString(line.substring(3))))
                            .isEqualTo(each.getKey().person());
                }
            }
        }
        assertThat(events).as("events heard").isGreaterThan(100);
    }
}
