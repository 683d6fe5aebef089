package noroshi.topic;

import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.LOBBY;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.office;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.EVERYONE;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People, windows, offices and communities are called by name; a call tells nobody who exists. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=acquainted") // who shares a community with whom counts
class CallingTests {
    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Calls calls;

    @Autowired
    MockMvcTester mvc;

    @Test
    void aTextCallsPeopleWindowsOfficesAndCommunities() {
        var id = topics.post(question(false, RAIL), MIKA);
        var comment = conversation.comment(
                id, "@noor さん、@power の窓口、@duty-desk、@rail のみなさん、@nobody", false, Optional.empty(), KEI);

        assertThat(calls.called(id, comment, MIKA))
                .containsExactlyInAnyOrder(NOOR.person(), office("window", POWER), office("duty_desk", CENTRE), RAIL);
        assertThatThrownBy(() -> calls.called(id, comment, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void aCommunityIsCalledByItsMembersOnly() {
        var id = topics.post(post(Tlp.GREEN, EVERYONE), MIKA);
        var comment = conversation.comment(id, "@rail のみなさん", false, Optional.empty(), OTTO);

        assertThat(calls.called(id, comment, MIKA)).isEmpty();
    }

    @Test
    void whoMayNotReadAndWhoIsNotThereAreTheSame() {
        var id = topics.post(question(false, RAIL), MIKA);

        assertThat(calls.unreached(id, "@noor @rail @otto @nobody-at-all @lobby", KEI))
                .containsExactlyInAnyOrder("otto", "nobody-at-all", "lobby");
        assertThat(calls.unreached(id, "@power @sports", NOOR)).containsExactlyInAnyOrder("power", "sports");
        assertThat(calls.unreached(id, "@power @sports", MIKA)).containsExactly("sports");
        assertThat(calls.unreached(id, "だれも呼ばない", NOOR)).isEmpty();
    }

    @Test
    void strangersAreNotConfirmedEvenWhereTheyRead() {
        var id = topics.post(post(Tlp.GREEN, EVERYONE), MIKA);

        assertThat(calls.unreached(id, "@noor @dana", OTTO)).containsExactly("noor");
        assertThat(calls.unreached(id, "@otto @noor", DANA)).isEmpty();
    }

    @Test
    void thePageSaysWhichCallsMayReachNobody() throws Exception {
        var id = topics.post(question(false, RAIL, LOBBY), MIKA);

        var answer = mvc.post()
                .uri("/topics/" + id + "/comments")
                .param("body", "@otto さんはどうですか")
                .with(as(NOOR))
                .exchange();

        assertThat(next(answer, "/topics/" + id, NOOR)).contains("@otto への呼びかけは届かないかもしれません");
    }

    /** The same where the call stands in the topic itself, when it is posted and when it is revised. */
    @Test
    void aTopicThatCallsWhoMayNotReadSaysSoToo() throws Exception {
        var posted = mvc.post()
                .uri("/topics")
                .param("title", "点検のお願い")
                .param("body", "@otto さんと @noor さん、お願いします")
                .param("audience", "community:" + RAIL)
                .param("tlp", "AMBER")
                .with(as(MIKA))
                .exchange();
        assertThat(posted).hasStatus(303);
        var topic = Objects.requireNonNull(posted.getResponse().getHeader("Location"));
        assertThat(next(posted, topic, MIKA))
                .contains("@otto への呼びかけは届かないかもしれません")
                .doesNotContain("@noor への呼びかけ", "@otto, @noor");

        var revised = mvc.post()
                .uri(topic + "/versions")
                .param("expected", "1")
                .param("title", "点検のお願い")
                .param("body", "@noor さん、@nobody-at-all さん、お願いします")
                .param("note", "呼ぶ人を足した")
                .with(as(MIKA))
                .exchange();
        assertThat(next(revised, topic, MIKA)).contains("@nobody-at-all への呼びかけは届かないかもしれません");
        var again = mvc.post()
                .uri(topic + "/versions")
                .param("expected", "2")
                .param("title", "点検のお願い")
                .param("body", "@noor さん、お願いします")
                .param("note", "呼ぶ人を減らした")
                .with(as(MIKA))
                .exchange();
        assertThat(next(again, topic, MIKA)).doesNotContain("届かないかもしれません");
    }

    /** The page after an answer, with what the answer said once. */
    private String next(MvcTestResult answer, String address, Actor actor) throws Exception {
        assertThat(answer).hasStatus(303);
        var cookies = answer.getResponse().getCookies();
        var page = mvc.get()
                .uri(address)
                .with(as(actor))
                .with(request -> {
                    var all = new ArrayList<>(List.of(request.getCookies()));
                    all.addAll(List.of(cookies));
                    request.setCookies(all.toArray(Cookie[]::new));
                    return request;
                })
                .exchange();
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aPostCallsAsACommentDoes() {
        var id = topics.post(Samples.topic(Kind.POST, Tlp.AMBER, false, "お願い", "@kei さん、見てください", RAIL), MIKA);

        assertThat(calls.called(id, id, NOOR)).containsExactly(KEI.person());
    }
}
