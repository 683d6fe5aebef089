package noroshi.provider;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.membership.NewToken;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import noroshi.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** Who follows our own feed of MISP takes back what we take back, as our own follower does. */
@WholeHouse
@Import(Papers.class)
class FollowingOurOwnFeedTests extends FollowedFeed {
    @Autowired
    private Papers papers;

    @Autowired
    private Indicators indicators;

    @Autowired
    private Topics topics;

    @Autowired
    private Tokens tokens;

    FollowingOurOwnFeedTests(@Autowired ApplicationContext context, @Autowired MockMvcTester mvc) {
        super(context, mvc);
    }

    @BeforeEach
    void giveOut() {
        var token = tokens.create(new NewToken(RAILWAY, "follower", Set.of(Scope.LISTS), Duration.ofDays(1)), Cast.ADA)
                .text();
        server.behave((request, out) -> give(request, token, out));
    }

    private void give(String request, String token, OutputStream out) throws IOException, InterruptedException {
        var list = mvc.get()
                .uri("/lists/misp/" + request.split(" ", 3)[1].replaceFirst(".*/", ""))
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
        BadServer.answer(
                        list.getStatus(),
                        "Content-Type: application/json\r\n",
                        list.getContentAsString(StandardCharsets.UTF_8))
                .answer(request, out);
    }

    private List<Boolean> revoked(String name) throws Exception {
        return JsonMapper.shared()
                .readTree(standing())
                .path("objects")
                .valueStream()
                .filter(object -> object.path("pattern").asString("").contains("'" + name + "'"))
                .map(object -> object.path("revoked").asBoolean(false))
                .toList();
    }

    /** A feed counts in seconds. */
    private void untilItIs(String name, List<Boolean> revoked) {
        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).untilAsserted(() -> {
            assertThat(ask().fault()).isEmpty();
            assertThat(revoked(name)).as(name).isEqualTo(revoked);
        });
    }

    @Test
    void whatIsTakenBackIsTakenBackThere() throws Exception {
        var name = Papers.name();
        var other = Papers.name();
        var topic = papers.publish(Tlp.GREEN, ALL, name, other);
        untilItIs(name, List.of(false));
        untilItIs(other, List.of(false));
        var value = indicators.find(Asked.read(name), new Window(0, 5), MIKA).getFirst();
        indicators.withdraw(value.id(), "正規の名前", ED);
        untilItIs(name, List.of(true));
        assertThat(revoked(other)).containsExactly(false);
        topics.withdraw(topic, "誤り", ED);
        untilItIs(other, List.of(true));
    }

    @Test
    void whatOneEventTakesBackStandsInTheOther() throws Exception {
        var name = Papers.name();
        var first = papers.publish(Tlp.GREEN, ALL, name);
        papers.publish(Tlp.GREEN, ALL, name);
        untilItIs(name, List.of(false, false));
        topics.withdraw(first, "誤り", ED);
        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).untilAsserted(() -> {
            assertThat(ask().fault()).isEmpty();
            assertThat(revoked(name)).containsExactlyInAnyOrder(true, false);
        });
    }
}
