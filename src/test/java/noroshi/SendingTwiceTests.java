package noroshi;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noroshi.membership.Tokens;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form that is sent twice does its work once. */
@WholeHouse
class SendingTwiceTests {
    private static final Pattern PAGE = Pattern.compile("name=\"_page\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Tokens tokens;

    private MvcTestResult send(String path, String page, Actor actor, Map<String, String> fields) {
        var request = mvc.post().uri(path).param("_page", page).with(as(actor));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String page() {
        return UUID.randomUUID().toString();
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNullElse(result.getResponse().getHeader("Location"), "");
    }

    private int comments(UUID topic) {
        return conversation.thread(topic, MIKA).size();
    }

    @Test
    void everyFormOfAPageNamesThePage() throws Exception {
        var html = mvc.get()
                .uri("/topics/new")
                .with(as(MIKA))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(PAGE.matcher(html).results().map(found -> found.group(1)).distinct())
                .hasSize(1);
        assertThat(mvc.get().uri("/topics/new").with(as(MIKA)))
                .bodyText()
                .doesNotContain(
                        PAGE.matcher(html).results().findFirst().orElseThrow().group(1));
    }

    @Test
    void theSecondIsLedWhereTheFirstWas() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var path = "/topics/" + topic + "/comments";
        var page = page();
        var first = send(path, page, NOOR, Map.of("body", "確認します"));
        var second = send(path, page, NOOR, Map.of("body", "確認します"));
        assertThat(second).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(location(second)).isEqualTo(location(first));
        assertThat(comments(topic)).isEqualTo(1);

        send(path, page, NOOR, Map.of("body", "もう一つあります"));
        send(path, page(), NOOR, Map.of("body", "確認します"));
        send(path, page, MIKA, Map.of("body", "確認します"));
        assertThat(comments(topic)).isEqualTo(4);
        assertThat(send(path, page, OTTO, Map.of("body", "確認します"))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void postingATopicTwicePostsOne() {
        var fields = Map.of("title", "二度押し", "body", "本文", "tlp", "AMBER", "audience", "community:" + RAIL);
        var page = page();
        var first = send("/topics", page, MIKA, fields);
        assertThat(first).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(location(send("/topics", page, MIKA, fields))).isEqualTo(location(first));
    }

    @Test
    void whatWasRefusedMayBeSentAgain() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var path = "/topics/" + topic + "/comments";
        var page = page();
        for (int time = 0; time < 2; time++) {
            assertThat(send(path, page, MIKA, Map.of("body", " "))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(send(path, page, MIKA, Map.of("body", "書きました"))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(comments(topic)).isEqualTo(1);
    }

    @Test
    void atTheSameTimeOneWaitsForTheOther() throws Exception {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var path = "/topics/" + topic + "/comments";
        var page = page();
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<MvcTestResult> sending = () -> send(path, page, NOOR, Map.of("body", "同時に"));
            var places = threads
                    .invokeAll(Stream.generate(() -> sending).limit(6).toList())
                    .stream()
                    .map(sent -> location(sent.resultNow()))
                    .distinct();
            assertThat(places).hasSize(1).doesNotContain("");
        }
        assertThat(comments(topic)).isEqualTo(1);
    }

    @Test
    void aSecretIsMadeOnceAndNotShownTwice() {
        var before = tokens.of(RAILWAY, RIN).size();
        var page = page();
        var fields = Map.of("label", "二度押し", "scopes", "READ", "days", "30");
        assertThat(send("/settings/tokens", page, RIN, fields)).hasStatus(HttpStatus.CREATED);
        assertThat(send("/settings/tokens", page, RIN, fields))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("すでに受け付けています")
                .doesNotContain("nor_");
        assertThat(tokens.of(RAILWAY, RIN)).hasSize(before + 1);
    }
}
