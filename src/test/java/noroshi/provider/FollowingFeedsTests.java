package noroshi.provider;

import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import noroshi.shared.Acting;
import noroshi.shared.RuleBroken;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A feed of MISP is followed event by event: what changed comes once, and one bad event holds up no other. */
@WholeHouse
class FollowingFeedsTests extends FollowedFeed {
    FollowingFeedsTests(@Autowired ApplicationContext context, @Autowired MockMvcTester mvc) {
        super(context, mvc);
    }

    @Test
    void whatChangedComesOnceTheOldestFirst() throws Exception {
        var first = uuid();
        var second = uuid();
        var one = uuid();
        var two = uuid();
        list(second, THEN + 60, event(second, THEN + 60, attribute(two, THEN + 60, "two.example", "")));
        list(first, THEN, event(first, THEN, attribute(one, THEN, "one.example", "")));
        var round = ask();
        assertThat(round.fault()).isEmpty();
        assertThat(partner.held(collection)).contains("indicator--" + one, "indicator--" + two);
        assertThat(server.asked().indexOf(path(first)))
                .isLessThan(server.asked().indexOf(path(second)));
        assertThat(server.asked()).contains("Authorization: secret");
        assertThat(partner.shown(provider).progress().addedAfter())
                .isEqualTo(Instant.ofEpochSecond(THEN + 60).toString());
        assertThat(ask().received()).as("nothing has changed").isZero();
        assertThat(askedFor(first)).isOne();

        var three = uuid();
        list(
                first,
                THEN + 120,
                event(
                        first,
                        THEN + 120,
                        attribute(one, THEN, "one.example", ""),
                        attribute(three, THEN + 120, "three.example", "")));
        assertThat(ask().fault()).isEmpty();
        assertThat(askedFor(first)).isEqualTo(2);
        assertThat(askedFor(second)).isOne();
        assertThat(partner.held(collection).stream().filter(id -> id.startsWith("indicator--")))
                .containsExactlyInAnyOrder("indicator--" + one, "indicator--" + two, "indicator--" + three);
    }

    private String path(String event) {
        return "GET /feed/" + event + ".json HTTP/1.1";
    }

    @Test
    void oneBadEventHoldsUpNoOther() throws Exception {
        var gone = uuid();
        var broken = uuid();
        var red = uuid();
        var good = uuid();
        var kept = uuid();
        var secret = uuid();
        listed.put(gone, THEN);
        list(broken, THEN + 1, "{\"Event\":");
        list(
                red,
                THEN + 2,
                event(red, THEN + 2, attribute(secret, THEN, "red.example", ",\"Tag\":[{\"name\":\"tlp:red\"}]")));
        list(good, THEN + 3, event(good, THEN + 3, attribute(kept, THEN + 3, "good.example", "")));
        listed.put("../../../etc/passwd", THEN);
        listed.put(uuid(), Instant.now().plusSeconds(90L * 24 * 3600).getEpochSecond());
        var round = ask();
        assertThat(round.fault()).isEmpty();
        assertThat(partner.held(collection)).contains("indicator--" + kept).doesNotContain("indicator--" + secret);
        assertThat(partner.quarantined(provider))
                .extracting(Quarantined::reason)
                .contains(
                        "provider.fault.status",
                        "drop.not-json",
                        "provider.feed.entry",
                        "provider.feed.future",
                        "intel.taxii.red");
        assertThat(server.asked()).noneMatch(line -> line.contains("passwd"));
        assertThat(mvc.get().uri("/intel/providers/" + provider).with(as(Cast.ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("MISPのフィード", "未来の時刻", "目録のこの行");
        assertThat(mvc.get().uri("/intel/providers/" + provider).with(as(Cast.OTTO)))
                .hasStatus4xxClientError();
        assertThat(partner.rowsSeenBy(Cast.OTTO)).isZero();
    }

    @Test
    void aServerThatFailsIsAskedAgainWhereItBrokeOff() throws Exception {
        var first = uuid();
        var second = uuid();
        var one = uuid();
        var two = uuid();
        list(first, THEN, event(first, THEN, attribute(one, THEN, "one.example", "")));
        list(second, THEN + 1, "broken");
        assertThat(ask().fault()).isEqualTo("provider.fault.status");
        assertThat(partner.held(collection)).contains("indicator--" + one);
        files.put(second + ".json", event(second, THEN + 1, attribute(two, THEN, "two.example", "")));
        assertThat(ask().fault()).isEmpty();
        assertThat(partner.held(collection)).contains("indicator--" + two);
        assertThat(askedFor(first)).as("what we have is not asked for again").isOne();
    }

    @Test
    void aTimeIsFetchedOnceMore() throws Exception {
        var first = uuid();
        var second = uuid();
        list(first, THEN, event(first, THEN, attribute(uuid(), THEN, "one.example", "")));
        list(second, THEN + 3600, event(second, THEN + 3600, attribute(uuid(), THEN, "two.example", "")));
        ask();
        var reached = partner.shown(provider).progress().addedAfter();
        Acting.as(
                Cast.ADA,
                () -> providers.replay(
                        provider, Instant.ofEpochSecond(THEN - 60), Instant.ofEpochSecond(THEN + 60), Cast.ADA));
        assertThat(askedFor(first)).isEqualTo(2);
        assertThat(askedFor(second)).isOne();
        assertThat(partner.shown(provider).progress().addedAfter()).isEqualTo(reached);
    }

    @Test
    void whatIsNoFeedIsSaid() throws Exception {
        server.behave(BadServer.answer(200, "Content-Type: text/html\r\n", "<html>"));
        assertThat(ask().fault()).isEqualTo("provider.fault.not-feed");
        server.behave(BadServer.answer(200, "Content-Type: application/json\r\n", "[1]"));
        assertThat(ask().fault()).isEqualTo("provider.fault.not-feed");
    }

    @Test
    void nothingIsBroughtToAFeed() throws Exception {
        var other = partner.collection();
        assertThatThrownBy(() -> wanted(Optional.of(other)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("provider.rule.feed"));
        var again = mvc.post()
                .uri("/intel/providers")
                .with(as(Cast.ADA))
                .param("name", "新しいフィード")
                .param("address", "https://feed.example/osint/")
                .param("signIn", "NONE")
                .param("minutes", "60")
                .param("pageSize", "100")
                .param("speaks", "MISP")
                .param("pushFrom", other.toString())
                .exchange()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString())
                .contains("新しいフィード", "フィードへは送れません")
                .containsPattern("value=\"MISP\"\\s+selected");
    }
}
