package noroshi.membership;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import noroshi.asset.AssetRegister;
import noroshi.notification.Notifications;
import noroshi.notification.Why;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.Cast;
import noroshi.testing.OnItsWay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A colleague stands in: the office reaches them, their rights stay their own, and it ends. */
class StandingInTests extends Colleagues {
    @Autowired
    Notifications notifications;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    AssetRegister assets;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatComesToTheWindowReachesTheSubstituteUntilItEndsByItself() {
        var asa = newcomer(RAILWAY, RIN);
        var before = toWindow(RAILWAY);
        assertThatThrownBy(() -> topics.show(before, asa)).isInstanceOf(NotFound.class);

        var today = substitutes.today();
        var id = substitutes.name(RAILWAY, MIKA.person(), asa.person(), today, today.plusDays(3), MIKA);
        assertThat(substitutes.of(RAILWAY, RIN)).extracting(Substitution::id).contains(id);
        assertThat(substitutes.mine(asa).get()).extracting(Substitution::id).containsExactly(id);
        var meanwhile = toWindow(RAILWAY);
        assertThat(topics.show(meanwhile, asa).id()).isEqualTo(meanwhile);
        onItsWay.untilTold();
        assertThat(notifications.list(false, new Window(0, 50), asa))
                .extracting(row -> row.shown().outline().why())
                .contains(Why.WINDOW);

        jdbc.sql(
                        "update membership.belonging set until = now() - interval '1 second', since = now() - interval '4 days'"
                                + " where substitution = :id")
                .param("id", id)
                .update();
        assertThatThrownBy(() -> topics.show(meanwhile, asa)).isInstanceOf(NotFound.class);
        assertThat(topics.show(meanwhile, MIKA).id()).isEqualTo(meanwhile);
    }

    @Test
    void itBeginsOnItsFirstDayAndEndsEarlyWhereSomebodySaysSo() {
        var asa = newcomer(RAILWAY, RIN);
        var today = substitutes.today();
        substitutes.name(RAILWAY, MIKA.person(), asa.person(), today.plusDays(2), today.plusDays(4), RIN);
        var topic = toWindow(RAILWAY);
        assertThatThrownBy(() -> topics.show(topic, asa)).isInstanceOf(NotFound.class);
        var now = substitutes.name(RAILWAY, MIKA.person(), asa.person(), today, today, RIN);
        assertThat(topics.show(topic, asa).id()).isEqualTo(topic);
        substitutes.end(now, asa);
        assertThatThrownBy(() -> topics.show(topic, asa)).isInstanceOf(NotFound.class);
        assertThat(substitutes.mine(asa).get()).isEmpty();
    }

    @Test
    void nobodyGetsMoreRightsThanTheirOwnSeatHas() {
        var asa = newcomer(RAILWAY, RIN);
        var today = substitutes.today();
        substitutes.name(RAILWAY, MIKA.person(), asa.person(), today, today.plusDays(1), MIKA);
        assertThatThrownBy(() -> assets.register(Optional.empty(), "standing-in.example", "", asa))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> topics.show(toPerson(MIKA), asa)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> substitutes.name(
                        RAILWAY, asa.person(), newcomer(RAILWAY, RIN).person(), today, today.plusDays(1), asa))
                .as("what one holds for somebody else is not passed on")
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("membership.substitute.nothing"));

        substitutes.name(CENTRE, DANA.person(), ED.person(), today, today.plusDays(1), DANA);
        assertThat(holders("window", CENTRE)).contains(ED.person());
        assertThat(holders("duty_desk", CENTRE)).doesNotContain(ED.person());
        assertThat(holders("approvers", CENTRE)).doesNotContain(ED.person());
        assertThatThrownBy(() -> substitutes.name(CENTRE, ADA.person(), ED.person(), today, today.plusDays(1), ADA))
                .as("custody is passed to nobody")
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void whoeverLeavesStandsInForNobody() {
        var asa = newcomer(RAILWAY, RIN);
        var today = substitutes.today();
        var id = substitutes.name(RAILWAY, MIKA.person(), asa.person(), today, today.plusDays(1), MIKA);
        people.endSeat(seat(asa), RIN);
        assertThat(substitutes.of(RAILWAY, RIN)).extracting(Substitution::id).doesNotContain(id);
        assertThat(holders("window", RAILWAY)).doesNotContain(asa.person());
    }

    @Test
    void nobodyStandsInForWhoeverLeaves() {
        var today = substitutes.today();
        for (var leaves : List.<Consumer<Actor>>of(
                away -> people.endSeat(seat(away), RIN),
                away -> people.stand(away.person(), Person.Status.WITHDRAWN, RIN),
                away -> people.holdWindow(seat(away), false, RIN))) {
            var away = newcomer(RAILWAY, RIN);
            people.holdWindow(seat(away), true, RIN);
            var asa = newcomer(RAILWAY, RIN);
            var now = substitutes.name(RAILWAY, away.person(), asa.person(), today, today.plusDays(1), RIN);
            var later =
                    substitutes.name(RAILWAY, away.person(), asa.person(), today.plusDays(2), today.plusDays(3), RIN);
            var topic = toWindow(RAILWAY);
            assertThat(topics.show(topic, asa).id()).isEqualTo(topic);
            leaves.accept(away);
            assertThatThrownBy(() -> topics.show(topic, asa)).isInstanceOf(NotFound.class);
            assertThat(holders("window", RAILWAY)).doesNotContain(asa.person(), away.person());
            assertThat(substitutes.of(RAILWAY, RIN))
                    .extracting(Substitution::id)
                    .doesNotContain(now, later);
            assertThat(substitutes.mine(asa).get()).isEmpty();
            assertThat(running(asa)).isZero();
        }
    }

    @Test
    void whoeverIsWithdrawnStandsInForNobody() {
        var asa = newcomer(RAILWAY, RIN);
        var today = substitutes.today();
        var id = substitutes.name(RAILWAY, MIKA.person(), asa.person(), today, today.plusDays(1), MIKA);
        people.stand(asa.person(), Person.Status.WITHDRAWN, RIN);
        assertThat(substitutes.of(RAILWAY, RIN)).extracting(Substitution::id).doesNotContain(id);
        assertThat(running(asa)).isZero();
    }

    @Test
    void onlyTheOrganisationsOwnPeopleNameAndSee() {
        var asa = newcomer(RAILWAY, RIN);
        var today = substitutes.today();
        for (var stranger : new Actor[] {OTTO, NOOR}) {
            assertThatThrownBy(() -> substitutes.of(RAILWAY, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> substitutes.name(RAILWAY, MIKA.person(), asa.person(), today, today, stranger))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> substitutes.name(RAILWAY, RIN.person(), asa.person(), today, today, MIKA))
                .isInstanceOf(NotAllowed.class);
        var id = substitutes.name(RAILWAY, MIKA.person(), asa.person(), today, today, MIKA);
        assertThatThrownBy(() -> substitutes.end(id, OTTO)).isInstanceOf(NotFound.class);
        for (LocalDate[] days : new LocalDate[][] {
            {today.minusDays(1), today}, {today, today.minusDays(1)}, {today, today.plusDays(200)}
        }) {
            assertThatThrownBy(() -> substitutes.name(RAILWAY, MIKA.person(), asa.person(), days[0], days[1], MIKA))
                    .isInstanceOf(RuleBroken.class);
        }
        for (var nobody : new UUID[] {MIKA.person(), NOOR.person(), UUID.randomUUID()}) {
            assertThatThrownBy(() -> substitutes.name(RAILWAY, MIKA.person(), nobody, today, today, MIKA))
                    .isInstanceOf(RuleBroken.class);
        }
    }

    @Test
    void thePageNamesAndEnds() {
        var asa = newcomer(RAILWAY, RIN);
        var page = "/organisations/" + RAILWAY + "/substitutes";
        assertThat(mvc.get().uri(page).with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri(page)
                        .with(as(MIKA))
                        .param("substitute", asa.person().toString())
                        .param("first", "2020-01-01")
                        .param("last", "2020-01-02"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("2020-01-02", "92日以内");
        assertThat(mvc.post()
                        .uri(page)
                        .with(as(MIKA))
                        .param("substitute", asa.person().toString())
                        .param("first", substitutes.today().toString())
                        .param("last", substitutes.today().plusDays(1).toString()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri(page).with(as(RIN)))
                .hasStatusOk()
                .bodyText()
                .contains("代理中", "新田 朝")
                .doesNotContain("membership.");
        assertThat(mvc.get().uri("/settings").with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .contains(page);
    }

    private Set<UUID> holders(String kind, UUID organisation) {
        return members.within(Cast.office(kind, organisation)).stream()
                .map(Belonging::person)
                .collect(java.util.stream.Collectors.toSet());
    }

    private UUID toPerson(Actor actor) {
        return post(actor.person());
    }
}
