package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import noroshi.testing.MutableClock;
import noroshi.testing.Platform;
import noroshi.testing.World;
import noroshi.topic.LookNow;
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
 * A week of 40 communities and 300 topics under every label, hour by hour, while people read, leave, are shut out and
 * change their minds: every byte that leaves is read.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({
    World.class,
    MutableClock.class,
    RightNow.class,
    LookNow.class,
    Town.class,
    Alarms.class,
    Minds.class,
    Items.class,
    Proofreader.class
})
class AWeekTests {
    private static final MailPeer PEER = new MailPeer(0);
    private static final int HOURS = 7 * 24;

    @LocalServerPort
    int port;

    @Autowired
    MutableClock clock;

    @Autowired
    RightNow rightNow;

    @Autowired
    LookNow lookNow;

    @Autowired
    Town town;

    @Autowired
    Alarms alarms;

    @Autowired
    Minds minds;

    @Autowired
    Items items;

    @Autowired
    Proofreader proofreader;

    @Autowired
    Feeds feeds;

    private final Map<Actor, ConcurrentLinkedQueue<String>> streams = new HashMap<>();
    private final Map<Actor, String> addresses = new HashMap<>();
    private final List<InputStream> pages = new ArrayList<>();
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

    /** The week lies behind us: what ended in it has ended for the database too, whose own clock says who takes part. */
    @Test
    void nothingLeavesThatMayNot() throws Exception {
        clock.advance(Duration.ofDays(-8));
        clock.advance(Duration.between(
                clock.instant(), clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30))));
        town.found(40);
        minds.choose();
        for (var each : town.people()) {
            addresses.put(each, feeds.renew(each).text());
        }
        rightNow.spread();
        PEER.onTaken(proofreader::letter);
        for (int hour = 0; hour < HOURS; hour++) {
            clock.advance(Duration.ofHours(1));
            if (hour % 3 == 0) {
                happen(hour);
            }
            leave(hour);
        }
        assertThat(proofreader.complaints()).isEmpty();
        theWeekWasFull();
    }

    private void happen(int hour) throws Exception {
        if (hour % 24 == 9) {
            alarms.raise();
        }
        var told = items.all();
        openPages();
        town.publish(6);
        town.talk(6);
        minds.change();
        lookNow.look();
        rightNow.spread();
        hear(told);
    }

    private void leave(int hour) {
        minds.change();
        minds.changeHours();
        rightNow.gather();
        minds.change();
        rightNow.post();
        var people = town.people();
        var several = new LinkedHashSet<>(Set.of(people.get(hour % people.size())));
        if (hour % 3 == 0) {
            several.addAll(List.of(KEI, OTTO, people.get(hour * 7 % people.size())));
        }
        several.forEach(this::fetch);
    }

    /** Every item is heard of on its reader's open page, before anything changes for them. */
    private void hear(int told) throws Exception {
        var wanted = proofreader.streamed() + items.all() - told;
        Platform.await(() -> {
            streams.forEach((reader, lines) -> {
                for (var line = lines.poll(); line != null; line = lines.poll()) {
                    proofreader.streamed(line, reader);
                }
            });
            return proofreader.streamed() >= wanted || !proofreader.complaints().isEmpty();
        });
    }

    private void theWeekWasFull() {
        assertThat(town.posted()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(town.posted().stream().map(Town.Post::tlp).distinct()).containsExactlyInAnyOrder(Tlp.values());
        assertThat(proofreader.letters().keySet())
                .contains(
                        What.TOPIC_POSTED,
                        What.COMMENT_POSTED,
                        What.BULLETIN_PUBLISHED,
                        What.NOTICE_SENT,
                        What.SEARCH_MATCHED);
        assertThat(proofreader.digests()).hasSizeGreaterThan(5);
        assertThat(proofreader.digests().values())
                .as("digests of the busiest")
                .anySatisfy(days -> assertThat(days).hasSizeGreaterThan(5));
        assertThat(PEER.taken()).hasSizeGreaterThan(300);
        assertThat(PEER.taken().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSameSizeAs(PEER.taken());
        assertThat(proofreader.streamed()).as("events heard").isGreaterThan(500);
    }

    private void fetch(Actor reader) {
        var search = "searches/" + minds.search(reader) + ".atom";
        for (var name : List.of("news.atom", search, "dates.ics")) {
            var answer = get(Objects.requireNonNull(addresses.get(reader)), name);
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            proofreader.fetched(name + " of " + reader.person(), answer.body(), reader);
        }
        var others = reader.equals(OTTO) ? KEI : OTTO;
        assertThat(get(Objects.requireNonNull(addresses.get(others)), search).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> get(String secret, String name) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/feeds/" + secret + "/" + name))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everybody opens the page anew, as a browser does whose stream has lasted its time. */
    private void openPages() throws Exception {
        for (var page : pages) {
            page.close();
        }
        pages.clear();
        for (var reader : town.people()) {
            var lines = new ConcurrentLinkedQueue<String>();
            streams.put(reader, lines);
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notifications/stream"))
                    .header("Accept", "text/event-stream")
                    .header("Cookie", "session=" + Cast.session(reader.person()))
                    .build();
            var page = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            pages.add(page);
            // A thread of its own for each: a stream that stays open would keep a shared one for good.
            Thread.startVirtualThread(() -> read(page, lines));
        }
        Platform.await(() -> streams.values().stream().noneMatch(ConcurrentLinkedQueue::isEmpty));
    }

    private static void read(InputStream page, ConcurrentLinkedQueue<String> lines) {
        try (var in = new BufferedReader(new InputStreamReader(page, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // The next page is open by now.
        }
    }
}
