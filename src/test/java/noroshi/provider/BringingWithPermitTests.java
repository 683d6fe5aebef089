package noroshi.provider;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.permit.Permit;
import noroshi.intel.permit.Permits;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.NewCollection;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.SignedIn;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is not CLEAR or GREEN is brought to a provider only with the word of whoever brought it to us. */
@WholeHouse
@Import(RightNow.class)
class BringingWithPermitTests {
    private static final String AMBER = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    private static final String STRICT = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";

    @Autowired
    Providers providers;

    @Autowired
    Permits permits;

    @Autowired
    Collections collections;

    @Autowired
    Exchange exchange;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Autowired
    MockMvcTester mvc;

    private List<String> brought = List.of();
    private final String id = Partner.id();
    private Taker partner;
    private UUID collection;
    private UUID provider;
    private volatile Runnable meanwhile = () -> {};

    @BeforeEach
    void setUp() throws Exception {
        partner = new Taker(() -> meanwhile.run());
        brought = partner.brought();
        var all = List.of(CENTRE, RAILWAY, STRANGERS);
        collection = as(
                ADA,
                () -> collections.create(
                        new NewCollection(Optional.empty(), "Out", "", "", Tlp.AMBER_STRICT, all, all), ADA));
        provider = as(ADA, () -> providers.create(partner.of(collection), ADA));
        bring(RIN, AMBER, "2026-07-01T00:00:00.000Z");
        ask();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    private static <T> T as(Actor actor, java.util.concurrent.Callable<T> work) throws Exception {
        return Acting.as(actor, work);
    }

    private void bring(Actor actor, String marking, String modified) {
        bring(actor, Partner.indicator(id), marking, modified);
    }

    private void bring(Actor actor, String indicator, String marking, String modified) {
        var object = indicator
                .replace(Partner.GREEN, marking)
                .replace("\"modified\":\"2020-01-01T00:00:00.000Z\"", "\"modified\":\"" + modified + "\"");
        var envelope = ("{\"objects\":[" + object + "]}").getBytes(StandardCharsets.UTF_8);
        Runnable work = () -> exchange.bring(exchange.collection(collection, actor), envelope, actor);
        Acting.as(actor, work);
    }

    private void ask() {
        Acting.as(ADA, () -> providers.ask(provider, ADA));
    }

    private UUID withheld(String object, UUID source) throws Exception {
        return as(ED, () -> providers.withheld(provider, ED)).stream()
                .filter(row -> row.stixId().equals(object) && row.source().equals(source))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Permit asked() throws Exception {
        return asked(id, RAILWAY);
    }

    private Permit asked(String object, UUID source) throws Exception {
        as(ED, () -> {
            providers.askSource(provider, withheld(object, source), "販売先の遮断リストに載せるため", ED);
            return 0;
        });
        return permits().stream()
                .filter(permit -> permit.stixId().equals(object))
                .filter(permit -> permit.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private List<Permit> permits() throws Exception {
        return as(ADA, () -> providers.permits(provider, ADA));
    }

    private boolean leaves(String object) {
        return brought.stream().anyMatch(body -> body.contains(object));
    }

    @Test
    void withoutAWordNothingLeavesAndWithItTheObjectDoes() throws Exception {
        assertThat(leaves(id)).isFalse();
        assertThat(as(ADA, () -> providers.withheld(provider, ADA)))
                .extracting(Withheld::stixId)
                .containsExactly(id);
        var permit = asked();
        assertThat(permit.source()).isEqualTo(RAILWAY);
        ask();
        assertThat(leaves(id)).as("asked is not permitted").isFalse();
        permits.answer(permit.id(), true, "どうぞ", Optional.of(30), MIKA);
        ask();
        assertThat(leaves(id)).isTrue();
        var times = brought.size();
        ask();
        assertThat(brought).as("once").hasSize(times);
        bring(RIN, AMBER, "2026-07-02T00:00:00.000Z");
        ask();
        assertThat(brought).as("a newer version goes too").hasSize(times + 1);
        bring(RIN, STRICT, "2026-07-03T00:00:00.000Z");
        ask();
        assertThat(brought).as("a stricter one does not").hasSize(times + 1);
    }

    @Test
    void whatWasTakenBackForItsLabelComesInTheVersionThatIsPermitted() throws Exception {
        var free = Partner.id();
        bring(RIN, Partner.indicator(free), Partner.GREEN, "2020-01-01T00:00:00.000Z");
        ask();
        bring(RIN, Partner.indicator(free), AMBER, "2020-01-02T00:00:00.000Z");
        ask();
        assertThat(brought.getLast()).contains(free, "\"revoked\":true", "\"modified\":\"2020-01-01T00:00:00.002Z\"");
        permits.answer(asked(free, RAILWAY).id(), true, "", Optional.empty(), MIKA);
        ask();
        assertThat(brought.getLast())
                .as("newer than what took the first back")
                .contains(free, "\"modified\":\"2020-01-02T00:00:00.000Z\"")
                .doesNotContain("revoked");
    }

    @Test
    void aNoAndARevocationHold() throws Exception {
        var permit = asked();
        assertThatThrownBy(() -> permits.answer(permit.id(), false, " ", Optional.empty(), MIKA))
                .isInstanceOf(RuleBroken.class);
        permits.answer(permit.id(), false, "製品名が分かる", Optional.empty(), MIKA);
        ask();
        assertThat(leaves(id)).isFalse();
        var again = asked();
        permits.answer(again.id(), true, "", Optional.empty(), RIN);
        permits.revoke(again.id(), RIN);
        ask();
        assertThat(leaves(id)).isFalse();
        assertThat(permits.show(again.id(), MIKA).standing(permits.now())).isEqualTo(Permit.Standing.REVOKED);
        assertThatThrownBy(() -> permits.revoke(again.id(), RIN)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void aSourcePermitsItsOwnObjectAndNobodyElsesUnderTheSameId() throws Exception {
        Acting.as(OTTO, () -> collections.name(collection, List.of(CENTRE), OTTO));
        Acting.as(RIN, () -> collections.name(collection, List.of(CENTRE), RIN));
        var shared = Partner.id();
        var object = Partner.indicator(shared);
        bring(RIN, object, STRICT, "2026-06-01T00:00:00.000Z");
        bring(OTTO, object.replace("bad.example", "ottos.example"), STRICT, "2026-06-02T00:00:00.000Z");
        ask();
        assertThat(as(ADA, () -> providers.withheld(provider, ADA)))
                .filteredOn(withheld -> withheld.stixId().equals(shared))
                .extracting(Withheld::source)
                .as("neither sees the other's, so each has its own")
                .containsExactlyInAnyOrder(RAILWAY, STRANGERS);
        var ottos = asked(shared, STRANGERS);
        assertThat(ottos.tlp()).isEqualTo(Tlp.AMBER_STRICT);
        asked(shared, RAILWAY);
        permits.answer(ottos.id(), true, "", Optional.empty(), OTTO);
        ask();
        assertThat(leaves("ottos.example")).isTrue();
        assertThat(leaves("bad.example")).as("the railway has not answered").isFalse();
        assertThatThrownBy(() -> providers.askSource(provider, UUID.randomUUID(), "x", ED))
                .as("of what was not held back nobody is asked")
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void whatLeftBeforeItWasTakenBackIsNotedAndTheRestDoesNotLeave() throws Exception {
        var second = Partner.id();
        bring(RIN, Partner.indicator(second), AMBER, "2026-07-01T00:00:00.000Z");
        ask();
        for (var object : List.of(id, second)) {
            permits.answer(asked(object, RAILWAY).id(), true, "", Optional.empty(), MIKA);
        }
        var given = permits();
        meanwhile = () -> Acting.as(RIN, () -> given.forEach(permit -> permits.revoke(permit.id(), RIN)));
        ask();
        assertThat(brought).as("one left, then both were taken back").hasSize(1);
        var left = brought.getFirst().contains(id) ? id : second;
        var toDelete = permits().stream().filter(Permit::toDelete).toList();
        assertThat(toDelete).extracting(Permit::stixId).containsExactly(left);
        var permit = toDelete.getFirst().id();
        assertThatThrownBy(() -> providers.deleted(provider, permit, MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> permits.deleted(permit, OTTO)).isInstanceOf(NotAllowed.class);
        Acting.as(ED, () -> providers.deleted(provider, permit, ED));
        assertThat(permits()).noneMatch(Permit::toDelete);
        assertThat(permits.show(permit, MIKA).deletedAt()).isPresent();
        assertThatThrownBy(() -> Acting.as(ED, () -> providers.deleted(provider, permit, ED)))
                .as("once")
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void thePageOfWhatIsWithheldDoesNotSayWhose() throws Exception {
        var page = mvc.get()
                .uri("/intel/providers/" + provider)
                .with(SignedIn.as(ED))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("name=\"withheld\" value=\"" + withheld(id, RAILWAY))
                .doesNotContain(RAILWAY.toString());
    }

    @Test
    void onlyItsSourceAnswersAndTheStrangerFindsNothing() throws Exception {
        var permit = asked();
        assertThatThrownBy(() -> permits.answer(permit.id(), true, "", Optional.empty(), OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> permits.show(permit.id(), NOOR)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> permits.answer(permit.id(), true, "", Optional.empty(), ADA))
                .as("the Centre cannot answer for it")
                .isInstanceOf(NotAllowed.class);
        assertThat(permits.own(OTTO)).isEmpty();
        assertThatThrownBy(() -> providers.askSource(provider, withheld(id, RAILWAY), "x", MIKA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> providers.askSource(provider, withheld(id, RAILWAY), "x", ED))
                .as("nobody is asked twice at once")
                .isInstanceOf(RuleBroken.class);
        rightNow.spread();
        assertThat(told("notification.what.push_asked", MIKA)).isTrue();
        assertThat(told("notification.what.push_asked", OTTO)).isFalse();
        permits.answer(permit.id(), true, "", Optional.empty(), MIKA);
        rightNow.spread();
        assertThat(told("notification.what.push_answered", ED)).isTrue();
    }

    private boolean told(String what, Actor actor) {
        return notifications.list(false, new Window(0, 100), actor).stream()
                .anyMatch(row -> row.key().equals(what));
    }
}
