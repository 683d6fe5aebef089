package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import noroshi.provider.Quarantined.Decision;
import noroshi.shared.Acting;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was kept apart is taken in after all, or thrown away, by somebody who says why. */
@WholeHouse
class QuarantineTests {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Partner partner;
    private final Quarantine quarantine;
    private final MockMvcTester mvc;

    QuarantineTests(@Autowired ApplicationContext context, @Autowired MockMvcTester mvc) {
        this.partner = new Partner(context);
        this.quarantine = context.getBean(Quarantine.class);
        this.mvc = mvc;
    }

    private UUID provider(UUID collection, String... sent) throws Exception {
        try (var server = new BadServer(json("", "{" + objects(sent) + "}"))) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            return provider;
        }
    }

    private static String strict(String object) {
        return object.replace(Partner.GREEN, "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1");
    }

    @Test
    void whatAPersonCorrectedIsTakenAndNothingGetsRoundARule() throws Exception {
        var collection = partner.collection();
        var good = id();
        var wrong = indicator(good).replaceFirst("indicator--", "malware--");
        var provider = provider(collection, wrong);
        var kept = partner.quarantined(provider).getFirst();
        Acting.as(Cast.ADA, () -> {
            assertThatThrownBy(() -> quarantine.take(provider, kept.id(), "", "please", Cast.ADA))
                    .as("the same rules hold")
                    .isInstanceOf(RuleBroken.class);
            assertThatThrownBy(() -> quarantine.take(provider, kept.id(), indicator(good), " ", Cast.ADA))
                    .as("without a reason")
                    .isInstanceOf(RuleBroken.class);
            assertThatThrownBy(() -> quarantine.take(provider, kept.id(), "{\"no\": ", "x", Cast.ADA))
                    .isInstanceOf(RuleBroken.class);
        });
        assertThat(partner.held(collection)).isEmpty();
        Acting.as(Cast.ADA, () -> quarantine.take(provider, kept.id(), indicator(good), "they confirmed it", Cast.ADA));
        assertThat(partner.held(collection)).containsExactly(good);
        assertThat(partner.quarantined(provider)).isEmpty();
        var decided = Acting.as(Cast.ADA, () -> quarantine.decided(provider, Cast.ADA))
                .getFirst();
        assertThat(decided.decided().orElseThrow().why()).isEqualTo("they confirmed it");
        assertThat(decided.raw()).as("what came stays as it came").isEqualTo(wrong);
        Acting.as(
                Cast.ADA,
                () -> assertThatThrownBy(() -> quarantine.throwAway(provider, kept.id(), "x", Cast.ADA))
                        .isInstanceOf(RuleBroken.class));
    }

    @Test
    void oneObjectIsCorrectedAndNoneIsSmuggledInBesideIt() throws Exception {
        var collection = partner.collection();
        var provider = provider(collection, indicator(id()).replaceFirst("indicator--", "malware--"));
        var kept = partner.quarantined(provider).getFirst();
        var two =
                List.of(indicator(id()) + "," + indicator(id()), indicator(id()) + "],\"objects\":[" + indicator(id()));
        for (var corrected : two) {
            Acting.as(
                    Cast.ADA,
                    () -> assertThatThrownBy(() -> quarantine.take(provider, kept.id(), corrected, "x", Cast.ADA))
                            .isInstanceOfSatisfying(
                                    RuleBroken.class,
                                    refusal -> assertThat(refusal.key()).isEqualTo("provider.rule.one-object")));
        }
        assertThat(partner.held(collection)).isEmpty();
        assertThat(partner.quarantined(provider)).hasSize(1);
        assertThat(partner.decisions(provider)).isEmpty();
    }

    @Test
    void whatIsAskedTwiceIsDoneOnce() throws Exception {
        var collection = partner.collection();
        var provider = provider(collection, indicator(id()).replaceFirst("indicator--", "malware--"));
        var kept = partner.quarantined(provider).getFirst();
        var good = id();
        Acting.as(Cast.ADA, () -> {
            quarantine.take(provider, kept.id(), indicator(good), "first", Cast.ADA);
            quarantine.take(provider, kept.id(), indicator(id()), "second", Cast.ADA);
        });
        assertThat(partner.held(collection)).containsExactly(good);
        assertThat(partner.decisions(provider)).containsExactly("TAKEN");
        var decided = Acting.as(Cast.ADA, () -> quarantine.show(provider, kept.id(), Cast.ADA));
        assertThat(decided.decided().orElseThrow().why()).isEqualTo("first");
        assertThat(mvc.post()
                        .uri("/intel/providers/" + provider + "/quarantined/" + kept.id())
                        .param("act", "THROWN_AWAY")
                        .param("why", "too late")
                        .with(as(Cast.ADA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ほかの人が先に");
        assertThat(partner.decisions(provider)).containsExactly("TAKEN");
    }

    @Test
    void whatOneThrowsAwayAnotherDoesNotTakeInMeanwhile() throws Exception {
        var collection = partner.collection();
        var provider = provider(collection, indicator(id()).replaceFirst("indicator--", "malware--"));
        var kept = partner.quarantined(provider).getFirst();
        var decisions = new ArrayList<CompletableFuture<Boolean>>();
        partner.holding(provider, () -> {
            decisions.add(deciding(() -> quarantine.throwAway(provider, kept.id(), "out", Cast.ADA)));
            partner.untilSomebodyWaits();
            decisions.add(deciding(() -> quarantine.take(provider, kept.id(), indicator(id()), "in", Cast.ADA)));
            await().during(MOMENT)
                    .atMost(MOMENT.multipliedBy(60))
                    .until(() -> partner.held(collection).isEmpty());
        });
        assertThat(decisions.getFirst().get()).as("who was first").isTrue();
        assertThat(decisions.getLast().get()).as("who was late is told so").isFalse();
        assertThat(partner.held(collection)).isEmpty();
        assertThat(partner.decisions(provider)).containsExactly("THROWN_AWAY");
    }

    private static CompletableFuture<Boolean> deciding(Runnable decision) {
        var told = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            try {
                Acting.as(Cast.ADA, decision);
                told.complete(true);
            } catch (RuleBroken late) {
                told.complete(false);
            } catch (RuntimeException broken) {
                told.completeExceptionally(broken);
            }
        });
        return told;
    }

    @Test
    void whatIsThrownAwayIsCountedWhenItComesAgain() throws Exception {
        var collection = partner.collection();
        var wrong = indicator(id()).replaceFirst("indicator--", "malware--");
        try (var server = new BadServer(json("", "{" + objects(wrong) + "}"))) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            var kept = partner.quarantined(provider).getFirst();
            Acting.as(Cast.ADA, () -> quarantine.throwAway(provider, kept.id(), "a test of theirs", Cast.ADA));
            partner.ask(provider);
            assertThat(partner.quarantined(provider)).isEmpty();
            var decided = Acting.as(Cast.ADA, () -> quarantine.show(provider, kept.id(), Cast.ADA));
            assertThat(decided.times()).isEqualTo(2);
            assertThat(decided.decided().orElseThrow().decision()).isEqualTo(Decision.THROWN_AWAY);
        }
    }

    @Test
    void allOfOneReasonAreDecidedOnTogether() throws Exception {
        var collection = partner.collection();
        var provider = provider(
                collection,
                strict(indicator(id())),
                strict(indicator(id())),
                indicator(id()).replaceFirst("indicator--", "x--"));
        var reasons = Acting.as(Cast.ADA, () -> quarantine.reasons(provider, Cast.ADA));
        assertThat(reasons).extracting(Quarantine.Waiting::number).containsExactly(2, 1);
        var tried = Acting.as(
                Cast.ADA,
                () -> quarantine.decideAll(provider, reasons.getFirst().reason(), Decision.TAKEN, "again", Cast.ADA));
        assertThat(tried).as("the rule still holds").isEqualTo(new Quarantine.Outcome(0, 2));
        var away = Acting.as(
                Cast.ADA,
                () -> quarantine.decideAll(
                        provider, reasons.getFirst().reason(), Decision.THROWN_AWAY, "RED", Cast.ADA));
        assertThat(away).isEqualTo(new Quarantine.Outcome(2, 0));
        assertThat(partner.quarantined(provider)).hasSize(1);
        assertThat(partner.held(collection)).isEmpty();
    }

    @Test
    void aRuleThatChangedLetsThemIn() throws Exception {
        var narrow = partner.collection(noroshi.shared.Tlp.CLEAR);
        var ids = List.of(id(), id());
        var provider = provider(narrow, ids.stream().map(Partner::indicator).toArray(String[]::new));
        assertThat(partner.held(narrow)).isEmpty();
        var reason = Acting.as(Cast.ADA, () -> quarantine.reasons(provider, Cast.ADA))
                .getFirst();
        partner.widen(narrow);
        var outcome = Acting.as(
                Cast.ADA, () -> quarantine.decideAll(provider, reason.reason(), Decision.TAKEN, "widened", Cast.ADA));
        assertThat(outcome).isEqualTo(new Quarantine.Outcome(2, 0));
        assertThat(partner.held(narrow)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void editorsLookAdministratorsDecideAndStrangersSeeNothing() throws Exception {
        var provider = provider(partner.collection(), "42");
        var kept = partner.quarantined(provider).getFirst();
        var page = "/intel/providers/" + provider + "/quarantined/" + kept.id();
        Acting.as(
                Cast.ED,
                () -> assertThatThrownBy(() -> quarantine.throwAway(provider, kept.id(), "x", Cast.ED))
                        .isInstanceOf(NotAllowed.class));
        assertThat(mvc.get().uri(page).with(as(Cast.ED)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("name=\"act\"");
        assertThat(mvc.get().uri(page).with(as(Cast.ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"act\"", "42");
        for (var stranger : List.of(Cast.OTTO, Cast.MIKA)) {
            assertThat(mvc.get().uri(page).with(as(stranger))).hasStatus(HttpStatus.FORBIDDEN);
            Acting.as(
                    stranger,
                    () -> assertThatThrownBy(() -> quarantine.show(provider, kept.id(), stranger))
                            .isInstanceOf(NotAllowed.class));
        }
        Acting.as(
                Cast.ADA,
                () -> assertThatThrownBy(() -> quarantine.show(UUID.randomUUID(), kept.id(), Cast.ADA))
                        .isInstanceOf(NotFound.class));
        assertThat(mvc.post()
                        .uri(page)
                        .param("corrected", "typed words")
                        .param("act", "TAKEN")
                        .with(as(Cast.ADA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("typed words", "理由を");
        assertThat(mvc.post()
                        .uri("/intel/providers/" + provider + "/quarantined")
                        .param("of", kept.reason())
                        .param("act", "THROWN_AWAY")
                        .param("why", "あ".repeat(1_001))
                        .with(as(Cast.ADA)))
                .as("what was typed comes back")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"" + "あ".repeat(1_001));
        assertThat(mvc.post()
                        .uri("/intel/providers/" + provider + "/quarantined")
                        .param("of", kept.reason())
                        .param("act", "THROWN_AWAY")
                        .param("why", "不要")
                        .with(as(Cast.ADA)))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/intel/providers/" + provider).with(as(Cast.ADA)))
                .bodyText()
                .contains("捨てた", "不要");
    }
}
