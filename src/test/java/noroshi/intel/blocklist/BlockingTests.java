package noroshi.intel.blocklist;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.PROVIDER;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.SPORTS;
import static noroshi.testing.Cast.STRANGERS;
import static noroshi.testing.Cast.VERA;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Confirmation.State;
import noroshi.intel.life.Papers;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What may go to whom is decided by labels; each recipient answers for its own products; what is taken back is let go. */
@WholeHouse
@Import(Papers.class)
class BlockingTests {
    @Autowired
    Blocklists blocklists;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Papers papers;

    @Autowired
    WarningLists warnings;

    @Autowired
    MockMvcTester mvc;

    @Test
    void labelsDecideWhatGoesToWhom() {
        var wide = Papers.name();
        var circle = Papers.name();
        var own = Papers.name();
        papers.publish(Tlp.GREEN, Papers.EVERYONE, "ドメイン," + wide + ",通信先,高");
        papers.publish(Tlp.AMBER, RAIL, "ドメイン," + circle + ",通信先,高");
        var list = list(Tlp.GREEN, wide, circle, own);
        assertThat(going(list, RAILWAY)).containsExactlyInAnyOrder(wide, circle, own);
        assertThat(going(list, POWER)).as("Noor sits in the circle").containsExactlyInAnyOrder(wide, circle, own);
        assertThat(going(list, SPORTS)).as("nobody sits in the circle").containsExactlyInAnyOrder(wide, own);
        assertThat(going(list, PROVIDER)).as("TLP:CLEAR and TLP:GREEN").containsExactlyInAnyOrder(wide, own);
        assertThat(going(list(Tlp.AMBER, wide, own), PROVIDER))
                .as("the list's own label holds, too")
                .isEmpty();
        blocklists.push(list, Set.of(RAILWAY, PROVIDER), ED);
        assertThat(values(list, MIKA)).containsExactlyInAnyOrder(wide, circle, own);
        assertThat(values(list, VERA)).containsExactlyInAnyOrder(wide, own);
        assertThat(confirmations.received(list, MIKA).orElseThrow().sent())
                .filteredOn(sent -> sent.entry().form().value().equals(circle))
                .extracting(Sent::tlp)
                .containsExactly(Tlp.AMBER);
    }

    @Test
    void eachSeesItsOwnShareAndAStrangerNothing() {
        var list = pushed(RAILWAY, POWER);
        confirm(list, "EDR", State.REGISTERED, MIKA);
        assertThat(confirmations.received(list, MIKA).orElseThrow().products()).hasSize(1);
        assertThat(confirmations.received(list, RIN).orElseThrow().products()).hasSize(1);
        assertThat(confirmations.received(list, NOOR).orElseThrow().products()).isEmpty();
        assertThat(blocklists.standings(List.of(list), MIKA)).isEmpty();
        for (var stranger : List.of(OTTO, SORA, VERA)) {
            assertThat(confirmations.received(list, stranger)).isEmpty();
            assertThat(confirmations.all(stranger))
                    .noneMatch(each -> each.list().id().equals(list));
            assertThatThrownBy(() -> blocklists.show(list, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> confirm(list, "p", State.REGISTERED, stranger))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> blocklists.takeBackAll(list, "r", stranger))
                    .isInstanceOf(NotFound.class);
            assertThat(blocklists.all(stranger)).isEmpty();
        }
        assertThatThrownBy(() -> blocklists.push(list, Set.of(SPORTS), MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> confirm(list, "p", State.REGISTERED, DANA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        blocklists.make(new NewBlocklist("t", "", Tlp.GREEN, List.of(form(Papers.name()))), OTTO))
                .isInstanceOf(NotAllowed.class);
        var otherPage = mvc.get().uri("/intel/blocklists/" + list).with(as(OTTO));
        assertThat(otherPage).hasStatus(404);
        assertThat(mvc.get().uri("/intel/blocklists/" + list).with(as(NOOR)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("EDR</b>");
        assertThat(mvc.get().uri("/intel/blocklists/" + list).with(as(DANA)))
                .bodyText()
                .contains("EDR</b>");
    }

    @Test
    void aRecipientAnswersByProductUntilNothingIsOwed() {
        var list = pushed(RAILWAY);
        assertThat(owes(list, MIKA)).contains(Standing.Owes.REGISTRATION);
        assertThat(confirmations.waiting(MIKA)).isPositive();
        refused(() -> confirm(list, " ", State.REGISTERED, MIKA), "blocklist.rule.product");
        refused(() -> confirm(list, "EDR", State.DECLINED, MIKA), "blocklist.rule.declined");
        refused(() -> confirm(list, "EDR", State.HITS, MIKA), "blocklist.rule.hits");
        confirm(list, "EDR", State.REGISTERED, MIKA);
        assertThat(owes(list, MIKA)).isEmpty();
        var since = blocklists.now().minus(Duration.ofDays(1));
        confirmations.confirm(list, new Confirmation("EDR", State.HITS, Optional.of(17L), Optional.of(since), ""), RIN);
        confirmations.confirm(list, new Confirmation("EDR", State.HITS, Optional.of(21L), Optional.of(since), ""), RIN);
        assertThat(blocklists.products(list, DANA))
                .singleElement()
                .satisfies(product ->
                        assertThat(product.hits().orElseThrow().number()).isEqualTo(21));
        refused(
                () -> confirmations.confirm(
                        list,
                        new Confirmation(
                                "EDR",
                                State.HITS,
                                Optional.of(1L),
                                Optional.of(Instant.now().plusSeconds(999)),
                                ""),
                        MIKA),
                "blocklist.rule.hits");
    }

    @Test
    void whatIsTakenBackIsOwedUntilItIsLetGo() {
        var one = Papers.name();
        var two = Papers.name();
        var list = list(Tlp.GREEN, one, two);
        blocklists.push(list, Set.of(RAILWAY, POWER, SPORTS), ED);
        confirm(list, "EDR", State.REGISTERED, MIKA);
        confirm(list, "DNS", State.REGISTERED, MIKA);
        var value = value(list, one);
        refused(() -> blocklists.takeBack(list, value, " ", ED), "blocklist.rule.reason");
        blocklists.takeBack(list, value, "誤検知でした", ED);
        assertThat(values(list, MIKA)).containsExactly(two);
        blocklists.push(list, Set.of(STRANGERS), ED);
        assertThat(values(list, OTTO)).as("it goes to nobody else").containsExactly(two);
        assertThat(owes(list, MIKA)).contains(Standing.Owes.WITHDRAWAL);
        assertThat(owes(list, NOOR)).as("never answered").contains(Standing.Owes.REGISTRATION);
        confirm(list, "EDR", State.WITHDRAWN, MIKA);
        assertThat(owes(list, MIKA)).as("one product is left").contains(Standing.Owes.WITHDRAWAL);
        confirm(list, "DNS", State.WITHDRAWN, MIKA);
        assertThat(owes(list, MIKA)).isEmpty();
        confirm(list, "EDR", State.REGISTERED, NOOR);
        assertThat(owes(list, NOOR)).as("registered what was left").isEmpty();
        blocklists.takeBackAll(list, "終わりました", DANA);
        assertThat(values(list, NOOR)).isEmpty();
        assertThat(owes(list, NOOR)).contains(Standing.Owes.WITHDRAWAL);
        assertThat(owes(list, SORA)).as("may hold it by machine").contains(Standing.Owes.WITHDRAWAL);
        confirm(list, "EDR", State.WITHDRAWN, NOOR);
        assertThat(owes(list, NOOR)).isEmpty();
        refused(() -> blocklists.takeBackAll(list, "again", DANA), "blocklist.rule.over");
        refused(() -> blocklists.push(list, Set.of(STRANGERS), DANA), "blocklist.rule.over");
    }

    @Test
    void itFollowsItsSources() {
        var name = Papers.name();
        var topic = papers.publish(Tlp.GREEN, Papers.EVERYONE, "ドメイン," + name + ",通信先,高");
        var list = list(Tlp.GREEN, name, Papers.name());
        blocklists.push(list, Set.of(RAILWAY), ED);
        blocklists.follow(ADA);
        assertThat(values(list, MIKA)).hasSize(2);
        papers.revise(topic, Tlp.GREEN, Papers.EVERYONE, "ドメイン," + Papers.name() + ",通信先,高");
        blocklists.follow(ADA);
        assertThat(values(list, MIKA)).doesNotContain(name).hasSize(1);
        assertThat(confirmations.received(list, MIKA).orElseThrow().sent())
                .flatExtracting(sent ->
                        sent.takenBack().stream().map(Blocklist.TakenBack::how).toList())
                .containsExactly(Blocklist.How.SOURCE);
        assertThatThrownBy(() -> blocklists.follow(MIKA)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aWarningKeepsAValueBackUntilAnExceptionIsMade() {
        var name = Papers.name();
        var file = "{\"name\": \"%s\", \"type\": \"string\", \"list\": [\"%s\"]}".formatted(UUID.randomUUID(), name);
        var warning = warnings.load(file.getBytes(), ED).id();
        try {
            var list = list(Tlp.GREEN, name);
            refused(() -> blocklists.push(list, Set.of(RAILWAY), ED), "blocklist.rule.nothing");
            warnings.except(form(name), "確かめました", ED);
            blocklists.push(list, Set.of(RAILWAY), ED);
            blocklists.follow(ADA);
            assertThat(values(list, MIKA)).containsExactly(name);
            warnings.lift(form(name), ED);
            blocklists.follow(ADA);
            assertThat(values(list, MIKA)).isEmpty();
        } finally {
            warnings.remove(warning, ED);
        }
    }

    @Test
    void whoHasNotAnsweredIsAskedAgainAndNobodyElse() {
        var list = pushed(RAILWAY, POWER);
        confirm(list, "EDR", State.REGISTERED, MIKA);
        assertThat(blocklists.remind(list, DANA)).isOne();
        assertThat(blocklists.standings(List.of(list), DANA))
                .filteredOn(standing -> standing.remindedAt().isPresent())
                .extracting(Standing::organisation)
                .containsExactly(POWER);
        confirm(list, "EDR", State.REGISTERED, NOOR);
        refused(() -> blocklists.remind(list, DANA), "blocklist.rule.nobody-owes");
        assertThat(blocklists.late(DANA)).doesNotContain(list);
    }

    private UUID pushed(UUID... organisations) {
        var list = list(Tlp.AMBER, Papers.name());
        blocklists.push(list, Set.of(organisations), ED);
        return list;
    }

    private UUID list(Tlp tlp, String... names) {
        return blocklists.make(
                new NewBlocklist(
                        "偽サイトの遮断",
                        "",
                        tlp,
                        Arrays.stream(names).map(BlockingTests::form).toList()),
                ED);
    }

    private List<String> going(UUID list, UUID organisation) {
        var entries = blocklists.entries(list, ED);
        return blocklists.reach(list, Set.of(organisation), ED).stream()
                .filter(Reach::goes)
                .flatMap(reach -> entries.stream().filter(entry -> entry.value().equals(reach.value())))
                .map(entry -> entry.form().value())
                .toList();
    }

    private List<String> values(UUID list, Actor actor) {
        return confirmations.received(list, actor).orElseThrow().sent().stream()
                .filter(Sent::live)
                .map(sent -> sent.entry().form().value())
                .toList();
    }

    private UUID value(UUID list, String name) {
        return blocklists.entries(list, ED).stream()
                .filter(entry -> entry.form().value().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private Optional<Standing.Owes> owes(UUID list, Actor actor) {
        return confirmations.received(list, actor).orElseThrow().standing().owes();
    }

    private void confirm(UUID list, String product, State state, Actor actor) {
        confirmations.confirm(list, new Confirmation(product, state, Optional.empty(), Optional.empty(), ""), actor);
    }

    private static Spelling.Form form(String name) {
        return new Spelling.Form(IndicatorType.DOMAIN, name);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
