package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.shared.Acting;
import noroshi.shared.Seen;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A time that is fetched once more comes to its end, over as many rounds as it takes. */
@WholeHouse
class FetchingAgainTests extends FollowedFeed {
    private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-09-01T00:00:00Z");

    FetchingAgainTests(@Autowired ApplicationContext context, @Autowired MockMvcTester mvc) {
        super(context, mvc);
    }

    private void replay(UUID who) {
        Acting.as(Cast.ADA, () -> providers.replay(who, FROM, TO, Cast.ADA));
    }

    private boolean underWay(UUID who) throws Exception {
        return Acting.as(Cast.ADA, () -> providers.replaying(who, Cast.ADA).isPresent());
    }

    @Test
    void manyPagesComeToTheirEndKnownOrNot() throws Exception {
        var whole = new Forgetful(210, 404);
        BadServer.Behaviour nothingElse =
                (request, out) -> (request.contains("added_after") ? whole : json("", "{}")).answer(request, out);
        try (var pages = new BadServer(nothingElse)) {
            var into = partner.collection();
            var partnerOf = partner.provider(pages.address(), into);
            for (var known : new int[] {0, 1}) {
                replay(partnerOf);
                var first = partner.rounds(partnerOf).getFirst();
                assertThat(first.fault()).isEmpty();
                assertThat(first.more()).isTrue();
                assertThat(first.known()).isEqualTo(200 * known);
                assertThat(underWay(partnerOf)).isTrue();
                assertThat(partner.shown(partnerOf).progress().dueAt()).isBeforeOrEqualTo(Instant.now());
                assertThat(mvc.get().uri("/intel/providers/" + partnerOf).with(as(Cast.ADA)))
                        .hasStatusOk()
                        .bodyText()
                        .contains("続きは次の回に取得します", "取得中の期間");
                whole.beginAnew();
                for (var asked = 0; asked < 2; asked++) {
                    assertThat(underWay(partnerOf)).isTrue();
                    partner.ask(partnerOf);
                    assertThat(partner.rounds(partnerOf).getFirst().kind()).isEqualTo(Round.Kind.REPLAY);
                    assertThat(partner.rounds(partnerOf).getFirst().fault()).isEmpty();
                }
                assertThat(underWay(partnerOf)).isFalse();
                assertThat(partner.rounds(partnerOf).getFirst().more()).isFalse();
                assertThat(partner.held(into)).containsExactlyElementsOf(whole.ids());
            }
        }
    }

    @Test
    void thePageThatLeadsToItselfIsSaidAndTriedSomeTimesMore() throws Exception {
        var again = json("", "{\"more\":true,\"next\":\"same\"," + objects(indicator(id())) + "}");
        BadServer.Behaviour nothingElse =
                (request, out) -> (request.contains("added_after") ? again : json("", "{}")).answer(request, out);
        try (var pages = new BadServer(nothingElse)) {
            var partnerOf = partner.provider(pages.address(), partner.collection());
            replay(partnerOf);
            for (var tried = 1; tried < 10; tried++) {
                assertThat(partner.rounds(partnerOf).getFirst().fault()).isEqualTo("provider.fault.repeats");
                assertThat(partner.rounds(partnerOf).getFirst().more()).isTrue();
                partner.ask(partnerOf);
            }
            assertThat(partner.rounds(partnerOf).getFirst().more()).isFalse();
            assertThat(underWay(partnerOf)).isFalse();
            assertThat(partner.shown(partnerOf).health()).isEqualTo(Provider.Health.WELL);
            assertThat(mvc.get().uri("/intel/providers/" + partnerOf).with(as(Cast.ADA)))
                    .bodyText()
                    .contains("次の回にもう一度試します", "打ち切りました");
        }
    }

    @Test
    void manyEventsOfAFeedComeToTheirEnd() throws Exception {
        var events = IntStream.range(0, 205).mapToObj(n -> uuid()).toList();
        for (var event : events) {
            list(event, THEN + events.indexOf(event) / 3, event(event, THEN));
        }
        replay(provider);
        assertThat(partner.rounds(provider).getFirst().more()).isTrue();
        assertThat(events.stream().filter(event -> askedFor(event) == 1)).hasSize(200);
        ask();
        assertThat(partner.rounds(provider).getFirst().kind()).isEqualTo(Round.Kind.REPLAY);
        assertThat(partner.rounds(provider).getFirst().more()).isFalse();
        assertThat(underWay(provider)).isFalse();
        assertThat(events.stream().filter(event -> askedFor(event) == 2))
                .as("asked for by the round as well")
                .hasSize(200);
        assertThat(events.stream().filter(event -> askedFor(event) == 1)).hasSize(5);
    }

    @Test
    void anotherServerIsNotAskedForATimeOfTheOldOne() throws Exception {
        var whole = new Forgetful(3, 404);
        try (var pages = new BadServer(whole)) {
            whole.breakAt(1);
            var partnerOf = partner.provider(pages.address(), partner.collection());
            replay(partnerOf);
            assertThat(underWay(partnerOf)).isTrue();
            Acting.as(Cast.ADA, () -> providers.change(partnerOf, wanted(Optional.empty()), Seen.UNSAID, Cast.ADA));
            assertThat(underWay(partnerOf)).isFalse();
        }
    }
}
