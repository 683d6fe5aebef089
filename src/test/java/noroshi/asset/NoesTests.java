package noroshi.asset;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.notification.Notifications;
import noroshi.notification.What;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.OnItsWay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** A no of the Centre sends proofs of the same to the Centre as long as it holds, and not for ever. */
class NoesTests extends ProofTests {
    @Autowired
    AssetNoes noes;

    @Autowired
    Notifications notifications;

    @Autowired
    OnItsWay onItsWay;

    @Test
    void itHoldsForASetTimeAndIsSeenUntilThen() throws Exception {
        var name = fresh();
        var declined = declined(name);
        var again = begun("www." + name);
        assertThat(page(again, OTTO)).contains("センターが見送りました", "別の組織のもの", "証明が見つかってもセンターが判断します");
        assertThat(noes.against(again, OTTO).orElseThrow().asset()).isEqualTo(declined);
        assertThat(noes.against(again, MIKA)).isEmpty();
        assertThat(noes.refused(register.show(declined, OTTO), OTTO)
                        .orElseThrow()
                        .holds())
                .isTrue();
        assertThat(written(again)).isEqualTo(ProofOutcome.CENTRE_DECIDES);
        assertThat(approvals.waiting(Optional.of(STRANGERS), new Window(0, 200), DANA))
                .extracting(claim -> claim.asset().id())
                .contains(again);
        assertThat(body("/assets/approvals?organisation=" + STRANGERS, DANA)).contains("以前に見送り", name);

        decided("update asset.asset set decided_at = now() - interval '366 days' where id = '" + declined + "'");
        var later = begun("later." + name);
        assertThat(page(later, OTTO)).doesNotContain("センターが見送りました");
        assertThat(page(declined, OTTO)).contains("妨げになりません");
        assertThat(written(later)).isEqualTo(ProofOutcome.PROVEN);
    }

    @Test
    void aYesOfTheCentreAfterwardsEndsIt() throws Exception {
        var name = fresh();
        declined(name);
        var agreed = register.register(Optional.empty(), name, "", OTTO);
        approvals.approve(List.of(agreed), DANA);
        decided("update asset.asset set expires_at = now() + interval '1 day' where id = '" + agreed + "'");
        assertThat(page(agreed, OTTO)).contains("証明を始める").doesNotContain("センターが見送りました");
        proofs.begin(agreed, OTTO);
        assertThat(written(agreed)).isEqualTo(ProofOutcome.PROVEN);
        assertThat(written(begun("below." + name)))
                .as("what lies below what the Centre agreed to")
                .isEqualTo(ProofOutcome.PROVEN);
    }

    @Test
    void itsPageSaysSoWhenAYesOfTheCentreEndedIt() throws Exception {
        var name = fresh();
        var declined = declined(name);
        assertThat(page(declined, DANA)).contains("/lifting").doesNotContain("妨げになりません");
        approvals.approve(List.of(register.register(Optional.empty(), name, "", OTTO)), DANA);
        assertThat(page(declined, DANA)).contains("妨げになりません").doesNotContain("/lifting");
        assertThat(page(declined, OTTO)).contains("その後にセンターが同じものを承認しました");
        assertThat(noes.refused(register.show(declined, OTTO), OTTO))
                .hasValueSatisfying(no -> assertThat(no.holds()).isFalse());
    }

    @Test
    void theWatchOfficeLiftsItWithAReason() throws Exception {
        var name = fresh();
        var declined = declined(name);
        assertThat(page(declined, DANA)).contains("見送りを解く");
        assertThat(page(declined, OTTO)).contains("センターの見送りと証明").doesNotContain("/lifting");
        assertThatThrownBy(() -> noes.lift(declined, "電話で確かめた", OTTO)).isInstanceOf(NotAllowed.class);
        for (var stranger : List.of(MIKA, NOOR, ADA)) {
            assertThatThrownBy(() -> noes.lift(declined, "電話で確かめた", stranger)).isInstanceOf(NotFound.class);
        }
        var refused = mvc.post()
                .uri("/assets/" + declined + "/lifting")
                .param("reason", " ")
                .with(as(DANA))
                .exchange();
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("理由を入力してください");
        assertThat(written(begun("a." + name))).isEqualTo(ProofOutcome.CENTRE_DECIDES);

        assertThat(told(declined, OTTO)).isZero();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(mvc.post()
                            .uri("/assets/" + declined + "/lifting")
                            .param("reason", "電話で確かめた")
                            .with(as(DANA)))
                    .hasStatus(HttpStatus.SEE_OTHER);
        }
        onItsWay.untilTold();
        assertThat(told(declined, OTTO)).as("who asked for it hears it once").isOne();
        for (var other : List.of(DANA, MIKA, NOOR, ADA)) {
            assertThat(told(declined, other)).isZero();
        }
        assertThat(page(declined, OTTO)).contains("電話で確かめた", "妨げになりません");
        assertThat(page(declined, DANA)).doesNotContain("/lifting");
        assertThat(written(begun("b." + name))).isEqualTo(ProofOutcome.PROVEN);
        assertThat(countAsOwner("select count(*) from audit.entry where act = 'asset.no-lifted' and subject = '"
                        + declined + "'"))
                .isOne();
    }

    @Test
    void whoAskedLiftsNothingAndWhatWasAgreedToIsNoNo() {
        var bob = new Actor(DANA.person(), CENTRE, Set.of(Role.WATCH_OFFICER, Role.MEMBER_POC), "web");
        var own = register.register(Optional.empty(), fresh(), "", bob);
        decided("update asset.asset set state = 'declined', reason = 'x', decided_by = '" + ED.person()
                + "', decided_at = now() where id = '" + own + "'");
        assertThatThrownBy(() -> noes.lift(own, "自分で", DANA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.second-person"));
        var waiting = register.register(Optional.empty(), fresh(), "", OTTO);
        assertThatThrownBy(() -> noes.lift(waiting, "何も", DANA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.no.none"));
        register.remove(waiting, OTTO);
        assertThatThrownBy(() -> noes.lift(waiting, "自分たちで外した", DANA)).isInstanceOf(RuleBroken.class);
    }

    /** As the watch office did at another time. */
    private void decided(String sql) {
        asOwner("alter table asset.asset disable trigger keep_decision; " + sql
                + "; alter table asset.asset enable trigger keep_decision");
    }

    private UUID declined(String name) {
        var id = register.register(Optional.empty(), name, "", OTTO);
        approvals.decline(List.of(id), "別の組織のもの", DANA);
        return id;
    }

    private UUID begun(String name) {
        var id = register.register(Optional.empty(), name, "", OTTO);
        proofs.begin(id, OTTO);
        return id;
    }

    private ProofOutcome written(UUID id) {
        var challenge = proofs.open(id, OTTO).orElseThrow();
        NAMES.text(challenge.record().orElseThrow(), challenge.text());
        return checkLater(id, OTTO);
    }

    private long told(UUID asset, Actor actor) {
        return notifications.list(false, new Window(0, 200), actor).stream()
                .filter(row -> row.shown().outline().what() == What.ASSET_NO_LIFTED)
                .filter(row ->
                        notifications.open(row.shown().item(), false, actor).equals("/assets/" + asset))
                .count();
    }
}
