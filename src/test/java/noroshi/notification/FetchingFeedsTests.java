package noroshi.notification;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import noroshi.insight.EventKind;
import noroshi.insight.NewEvent;
import noroshi.insight.NewProgramme;
import noroshi.insight.Programmes;
import noroshi.membership.Secret;
import noroshi.notice.Answer;
import noroshi.notice.Notices;
import noroshi.notice.Sending;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.SafeSubject;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@Import(RightNow.class)
class FetchingFeedsTests {
    @Autowired
    MockMvcTester mvc;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Autowired
    Topics topics;

    @Autowired
    Notices notices;

    @Autowired
    Sending sending;

    @Autowired
    Programmes programmes;

    @Autowired
    Feeds feeds;

    @Autowired
    RightNow rightNow;

    @Test
    void theLabelDecidesWhatTheFeedSays() throws Exception {
        var green = post("緑 <&> " + UUID.randomUUID(), Tlp.GREEN, "", Set.of(SORA.person()));
        var amber = post("橙 " + UUID.randomUUID(), Tlp.AMBER, "件名だけ " + UUID.randomUUID(), Set.of(SORA.person()));
        var red = post("赤 " + UUID.randomUUID(), Tlp.RED, "秘密", Set.of(SORA.person()));
        rightNow.spread();
        var feed = fetch(feeds.renew(SORA), "news.atom");
        assertThat(feed.getContentType()).isEqualTo("application/atom+xml;charset=UTF-8");
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.getContentAsByteArray()));
        var last = feed.getContentAsString(StandardCharsets.UTF_8).lastIndexOf("<entry>");
        assertThat(feed.getContentAsString(StandardCharsets.UTF_8).substring(last))
                .as("between others its place would tell when it came")
                .contains("あなたあてのお知らせがあります。");
        var text = xml.getDocumentElement().getTextContent();
        assertThat(text).contains(green.title(), amber.safe(), "あなたあてのお知らせがあります。");
        assertThat(text).doesNotContain(amber.title(), red.title(), red.safe(), "本文-9d");
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        var secret = feeds.renew(MINA);
        var first = fetch(secret, "news.atom");
        var tag = String.valueOf(first.getHeader("ETag"));
        var again = mvc.get()
                .uri("/feeds/" + secret.text() + "/news.atom")
                .header("If-None-Match", tag)
                .exchange();
        assertThat(again.getResponse().getStatus()).isEqualTo(304);
        post("新しい " + UUID.randomUUID(), Tlp.GREEN, "", Set.of(MINA.person()));
        rightNow.spread();
        var changed = mvc.get()
                .uri("/feeds/" + secret.text() + "/news.atom")
                .header("If-None-Match", tag)
                .exchange();
        assertThat(changed.getResponse().getStatus()).isEqualTo(200);
        assertThat(first.getHeader("Cache-Control")).contains("private");
    }

    @Test
    void anOldAddressEndsAndANewOneIsAnothers() {
        var old = feeds.renew(PAUL);
        var fresh = feeds.renew(PAUL);
        assertThat(status(old)).isEqualTo(404);
        assertThat(status(fresh)).isEqualTo(200);
        feeds.revoke(OTTO);
        assertThat(status(fresh)).isEqualTo(200);
        feeds.revoke(PAUL);
        assertThat(status(fresh)).isEqualTo(404);
        assertThat(status(new Secret("nf_nothing"))).isEqualTo(404);
    }

    /** Somebody else's session in the same browser changes nothing. */
    @Test
    void theAddressAloneSaysWhoReads() {
        var title = "門の外 " + UUID.randomUUID();
        post(title, Tlp.GREEN, "", Set.of(NOOR.person()));
        rightNow.spread();
        var otto = feeds.renew(OTTO);
        assertThat(body(otto, "news.atom", NOOR)).doesNotContain(title);
        assertThat(body(feeds.renew(NOOR), "news.atom", OTTO)).contains(title);
    }

    @Test
    void accessIsAskedAtEachFetch() {
        var title = "失う " + UUID.randomUUID();
        var id = post(title, Tlp.GREEN, "", Set.of(JUN.person(), NOOR.person())).id();
        rightNow.spread();
        var secret = feeds.renew(JUN);
        assertThat(body(secret, "news.atom", null)).contains(title);
        topics.address(id, Set.of(NOOR.person()), KEI);
        assertThat(body(secret, "news.atom", null)).doesNotContain(title);
    }

    @Test
    void theCalendarSaysUntilWhen() {
        var notice = noroshi.notice.Samples.notice("暦の通知 " + UUID.randomUUID());
        var place = "c" + UUID.randomUUID().toString().substring(0, 13) + ".example";
        sending.send(notice, place, Optional.of(POWER), Set.of(POWER), DANA);
        rightNow.spread();
        var calendar = body(feeds.renew(NOOR), "dates.ics", null);
        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var unfolded = calendar.replace("\r\n ", "");
        assertThat(unfolded).contains("SUMMARY:[TLP:AMBER+STRICT] センターから個別の通知が届きました", "DTSTART:");
        assertThat(unfolded).doesNotContain(notice.title(), "3389/tcp");
        assertThat(body(feeds.renew(OTTO), "dates.ics", null)).doesNotContain("センターから個別の通知");
    }

    /** Whoever works on it has named another time; the old one is nobody's any more. */
    @Test
    void theCalendarSaysTheTimeThatWasPromised() {
        var notice = noroshi.notice.Samples.notice("約束の通知 " + UUID.randomUUID(), Duration.ofHours(31));
        var place = "c" + UUID.randomUUID().toString().substring(0, 13) + ".example";
        var topic = sending.send(notice, place, Optional.of(POWER), Set.of(POWER), DANA)
                .getFirst();
        rightNow.spread();
        var until = notice.due().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        notices.answer(topic, new Answer.Working("金曜まで対応します。", until), NOOR);
        var calendar = body(feeds.renew(NOOR), "dates.ics", null);
        assertThat(calendar).contains("DTSTART:" + UTC.format(until)).doesNotContain(UTC.format(notice.due()));
        assertThat(body(feeds.renew(OTTO), "dates.ics", null)).doesNotContain(UTC.format(until));
    }

    /** An event is everybody's to know; each of its markers is a day of its own. */
    @Test
    void theCalendarSaysTheDaysOfEvents() {
        var name = "大会; " + UUID.randomUUID().toString().substring(28);
        var first = programmes.today().plusDays(20);
        var id = programmes.start(
                new NewProgramme(name, "Games", first, first.plusDays(2), Optional.empty(), Optional.empty()), ADA);
        programmes.add(id, new NewEvent(EventKind.MARKER, first, Optional.empty(), "開会式", "Opening"), ADA);
        var day = DateTimeFormatter.BASIC_ISO_DATE;
        var calendar = body(feeds.renew(OTTO), "dates.ics", null).replace("\r\n ", "");
        assertThat(calendar)
                .contains(
                        "SUMMARY:" + name.replace(";", "\\;") + "\r\n",
                        "DTSTART;VALUE=DATE:" + day.format(first) + "\r\nDTEND;VALUE=DATE:"
                                + day.format(first.plusDays(3)),
                        "SUMMARY:開会式\r\n",
                        "/events/" + id);
        var old = programmes.today().minusDays(90);
        var over =
                programmes.start(new NewProgramme("終わった大会", "Past", old, old, Optional.empty(), Optional.empty()), ADA);
        assertThat(body(feeds.renew(OTTO), "dates.ics", null)).doesNotContain(over.toString());
    }

    private record Post(UUID id, String title, String safe) {}

    private Post post(String title, Tlp tlp, String safe, Set<UUID> audience) {
        var id = topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        tlp,
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text(title, "本文-9d")),
                        audience,
                        new SafeSubject(safe)),
                KEI);
        return new Post(id, title, safe);
    }

    private int status(Secret secret) {
        return fetch(secret, "news.atom").getStatus();
    }

    private MockHttpServletResponse fetch(Secret secret, String name) {
        return mvc.get()
                .uri("/feeds/" + secret.text() + "/" + name)
                .with(nobody())
                .exchange()
                .getResponse();
    }

    private String body(Secret secret, String name, @org.jspecify.annotations.Nullable Actor session) {
        var answer = mvc.get()
                .uri("/feeds/" + secret.text() + "/" + name)
                .with(session == null ? nobody() : as(session))
                .exchange()
                .getResponse();
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
