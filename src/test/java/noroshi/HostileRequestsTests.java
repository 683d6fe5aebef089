package noroshi;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.Revision;
import noroshi.topic.Samples;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;

/** Requests that no page of ours sends. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=HostileRequestsTests") // its acts end sessions: a house of its own
class HostileRequestsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Test
    void aTopicIsPostedWithTheBoxLeftEmpty() {
        assertThat(mvc.post()
                        .uri("/topics")
                        .param("title", "題")
                        .param("body", "本文")
                        .param("audience", "community:" + RAIL)
                        .with(as(MIKA)))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void nobodyPassesTheNewsroomBy() {
        for (var actor : new noroshi.shared.Actor[] {OTTO, ED}) {
            assertThat(mvc.post()
                            .uri("/topics")
                            .param("title", "速報")
                            .param("body", "本文")
                            .param("kind", "BULLETIN")
                            .param("tlp", "GREEN")
                            .param("audience", "community:" + Cast.ALL)
                            .with(as(actor)))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @Test
    void fetchingAheadBringsNoWords() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        for (var page : new String[] {"/topics/{id}", "/topics/{id}/changes"}) {
            assertThat(mvc.get()
                            .uri(page, topic)
                            .header("Sec-Purpose", "prefetch;prerender")
                            .with(as(NOOR)))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                    .bodyText()
                    .doesNotContain("192.0.2.7", "192[.]0[.]2[.]7");
        }
        assertThat(readership.mine(topic, NOOR)).isEmpty();
    }

    @Test
    void wordsAreRecordedOnWhateverPageTheyAreRead() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        topics.revise(topic, new Revision(1, Map.of(Level.ALL, new Text("題", "新しい本文")), "訂正", "訂正"), MIKA);
        assertThat(mvc.post().uri("/topics/{id}/comments", topic).with(as(NOOR)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(readership.mine(topic, NOOR)).isPresent();
        assertThat(mvc.get().uri("/topics/{id}/changes", topic).with(as(Cast.KEI)))
                .hasStatusOk();
        assertThat(readership.mine(topic, Cast.KEI)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/search?q=", "/intel/bundles?type=", "/communities/requests?reason=x&code=", "/members?q="})
    void whatNoDatabaseKeepsIsRefused(String address) {
        assertThat(mvc.get().uri(address + "a\0b").with(as(OTTO))).hasStatus4xxClientError();
        assertThat(mvc.post()
                        .uri("/topics")
                        .param("step", "keep")
                        .param("title", "a\0b")
                        .with(as(OTTO)))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mvc.post().uri("/sign-in").param("login", "a\0b").with(nobody()))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bulletins", "/intel", "/organisations/{id}"})
    void theLastPageOfAllIsNoFault(String address) {
        assertThat(mvc.get()
                        .uri(address.replace("{id}", Cast.STRANGERS.toString()) + "?page=" + Integer.MAX_VALUE)
                        .with(as(OTTO))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isLessThan(500);
    }

    @Test
    void aScriptInAnyFieldIsShownAsText() {
        var script = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
        var posted = mvc.post()
                .uri("/topics")
                .param("title", script)
                .param("body", script + " [a](javascript:alert(3))")
                .param("tlp", "GREEN")
                .param("audience", "community:" + Cast.ALL)
                .with(as(OTTO))
                .exchange();
        assertThat(posted).hasStatus(HttpStatus.SEE_OTHER);
        var topic = Objects.requireNonNull(posted.getResponse().getHeader("Location"));
        assertThat(mvc.post().uri(topic + "/comments").param("body", script).with(as(OTTO)))
                .hasStatus(HttpStatus.SEE_OTHER);
        for (var page : new String[] {
            topic,
            topic + "/edit",
            topic + "/changes",
            topic + "/audience",
            "/",
            "/communities/" + Cast.ALL,
            "/search?q=" + script,
            "/members?q=" + script,
            "/bulletins?q=" + script,
            "/intel?q=" + script,
            "/insight?period=" + script + "&from=" + script,
            "/sign-in?next=" + script
        }) {
            assertThat(mvc.get()
                            .uri(UriComponentsBuilder.fromUriString(page)
                                    .build()
                                    .encode()
                                    .toUri())
                            .with(as(OTTO)))
                    .as(page)
                    .bodyText()
                    .doesNotContain("<script>alert", "<img src=x", "<img src=\"x", "href=\"javascript:");
        }
    }

    @Test
    void whatIsHiddenChangesNoOrderAndNoCount() {
        for (var word : new String[] {"蛍光灯", "蛍光灯の蛍光灯"}) {
            topics.post(Samples.topic(Kind.POST, Tlp.GREEN, false, word, word, Cast.ALL), MIKA);
        }
        var before = found("蛍光灯");
        for (int i = 0; i < 30; i++) {
            topics.post(Samples.topic(Kind.POST, Tlp.AMBER, false, "蛍光灯", "蛍光灯 " + i, RAIL), MIKA);
        }
        assertThat(found("蛍光灯")).hasSize(2).isEqualTo(before);
    }

    private List<String> found(String word) {
        var page = mvc.get().uri("/search?sort=rank&q=" + word).with(as(OTTO)).exchange();
        try {
            return Pattern.compile("row__title\" href=\"([^\"]+)")
                    .matcher(page.getResponse().getContentAsString())
                    .results()
                    .map(hit -> hit.group(1))
                    .toList();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
