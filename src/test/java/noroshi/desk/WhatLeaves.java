package noroshi.desk;

import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.notification.Feeds;
import noroshi.notification.MailPeer;
import noroshi.notification.MailPeer.Taken;
import noroshi.notification.RightNow;
import noroshi.shared.Actor;
import noroshi.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What leaves the platform about matters: mail, feeds, and the forms of the recipients. */
@TestComponent
class WhatLeaves {
    static final List<String> FORMS = List.of("ministry", "police", "ddos", "ransomware");

    private static final String DAMAGE = "予約が1時間止まった";
    private static final String TECHNICAL = "192.0.2.7";
    private static final Pattern ITEM = Pattern.compile("/notifications/([0-9a-f-]{36})");
    private static final int NEWEST = 100;
    private static final MailPeer SERVER = new MailPeer(0);

    private final RightNow now;
    private final Feeds feeds;
    private final MockMvcTester mvc;
    private final Environment environment;
    private int read;

    WhatLeaves(RightNow now, Feeds feeds, MockMvcTester mvc, Environment environment) {
        this.now = now;
        this.feeds = feeds;
        this.mvc = mvc;
        this.environment = environment;
    }

    static void server(DynamicPropertyRegistry properties) {
        properties.add("noroshi.notification.mail.host", () -> "127.0.0.1");
        properties.add("noroshi.notification.mail.port", SERVER::port);
        properties.add("noroshi.notification.mail.security", () -> "none");
        properties.add("noroshi.notification.mail.from", () -> "notices@noroshi.example");
        properties.add("noroshi.notification.patience", () -> "PT0S");
    }

    /** What has left by now: to nobody who may not read what it is about, and with no word of it. */
    List<Taken> mail(String story, List<Expected> model, BiPredicate<Expected, Actor> reads, List<Actor> everybody) {
        now.spread();
        now.post();
        var fresh = List.copyOf(SERVER.taken().subList(read, SERVER.taken().size()));
        read += fresh.size();
        for (var letter : fresh) {
            assertThat(letter.recipients()).hasSize(1);
            var words = letter.whole();
            for (var it : model) {
                assertThat(words).as(story + " mail").doesNotContain(it.word, it.secret);
                if (about(letter).equals(it.matter.topic())) {
                    assertThat(reads.test(it, to(letter, everybody)) && (!it.withdrawn || saysWithdrawn(letter)))
                            .as(story + " mail to " + letter.recipients() + " about " + it.word)
                            .isTrue();
                }
            }
        }
        return fresh;
    }

    private static boolean saysWithdrawn(Taken letter) {
        return letter.body().contains("取り下げ") || letter.body().contains("was withdrawn");
    }

    static Actor to(Taken letter, List<Actor> everybody) {
        var person = Cast.person(letter.recipients().getFirst().replaceAll("@.*", ""));
        return everybody.stream()
                .filter(who -> who.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    static UUID about(Taken mail) {
        var thread = mail.header("References");
        return thread.isEmpty() ? new UUID(0, 0) : UUID.fromString(thread.replaceAll("^<topic\\.(.*)@.*>$", "$1"));
    }

    /** The feed tells of the matter whoever reads it and was told, and nobody else; of none, more than its label allows. */
    void feed(String story, Expected it, boolean reads, Actor who) {
        var feed = feeds.news(who);
        assertThat(feed).as(story + " feed").doesNotContain(it.word, it.secret, DAMAGE, TECHNICAL);
        var entries = ITEM.matcher(feed).results().map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(entries.stream().filter(told(it, !it.withdrawn, who)::contains))
                .as(story + " feed")
                .isEmpty();
        var told = told(it, it.withdrawn, who);
        if (!reads) {
            assertThat(entries.stream().filter(told::contains))
                    .as(story + " feed")
                    .isEmpty();
        } else if (entries.size() < NEWEST) {
            assertThat(entries).as(story + " feed").containsAll(told);
        }
    }

    /** What was told of it: that it was withdrawn, or everything else. */
    private Set<String> told(Expected it, boolean withdrawn, Actor who) {
        var ids = new HashSet<String>();
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var sql = owner.prepareStatement(
                        "select id from notification.item where topic = ? and person = ? and (what = 'TOPIC_WITHDRAWN') = ?")) {
            sql.setObject(1, it.matter.topic());
            sql.setObject(2, who.person());
            sql.setBoolean(3, withdrawn);
            var rows = sql.executeQuery();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    /** Each form, as data: for whoever reads the matter, with the parts that they read; for nobody else is there one. */
    void forms(String story, Expected it, Reading reading, Actor who) {
        var name = story + " forms for " + who;
        var all = new StringBuilder();
        for (var form : FORMS) {
            var answer = mvc.get()
                    .uri(it.matter.path() + "/forms/" + form + ".json")
                    .with(as(who))
                    .exchange()
                    .getResponse();
            var body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(body).as(name).doesNotContain(it.secret);
            var found = reading.of(Question.Place.OUTLINE) && !it.withdrawn;
            assertThat(answer.getStatus()).as(name).isEqualTo(found ? 200 : 404);
            if (!found) {
                assertThat(body).as(name).doesNotContain(it.word);
            }
            all.append(body);
        }
        assertThat(all.toString().contains(DAMAGE))
                .as(name + " damage")
                .isEqualTo(reading.of(Question.Place.DAMAGE) && !it.withdrawn);
        assertThat(all.toString().contains(TECHNICAL))
                .as(name + " technical")
                .isEqualTo(reading.of(Question.Place.TECHNICAL) && !it.withdrawn);
    }

    /** Which places of the matter somebody reads, as the model says. */
    interface Reading {
        boolean of(Question.Place place);
    }
}
