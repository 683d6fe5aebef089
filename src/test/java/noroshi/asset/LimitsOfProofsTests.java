package noroshi.asset;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.Asset.State;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a proof does not decide, whom it does not let ask, and where it does not lead. */
class LimitsOfProofsTests extends ProofTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate inTransaction;

    @Test
    void whatTheCentreSaidNoToItDecidesAgain() {
        var name = fresh();
        var declined = register.register(Optional.empty(), name, "", OTTO);
        approvals.decline(List.of(declined), "別の組織のもの", DANA);
        assertThat(written(name, OTTO)).isEqualTo(ProofOutcome.CENTRE_DECIDES);
        assertThat(ownersOf(name)).isEmpty();

        var other = fresh();
        assertThat(written(other, OTTO)).isEqualTo(ProofOutcome.PROVEN);
        register.remove(owners.of(AssetOwners.read(other), DANA).getFirst().id(), "誤り", DANA);
        assertThat(written(other, OTTO)).isEqualTo(ProofOutcome.CENTRE_DECIDES);
        assertThat(ownersOf(other)).isEmpty();

        var own = fresh();
        register.remove(register.register(Optional.empty(), own, "", OTTO), OTTO);
        assertThat(written(own, OTTO)).as("what they took out themselves").isEqualTo(ProofOutcome.PROVEN);
    }

    @Test
    void noPortIsAskedThatSomebodyChose() {
        var name = fresh();
        var id = register.register(Optional.empty(), "http://" + name + ":" + WEB.port() + "/", "", MIKA);
        proofs.begin(id, MIKA);
        var challenge = proofs.open(id, MIKA).orElseThrow();
        assertThat(challenge.file()).isEmpty();
        assertThat(challenge.record()).contains("_noroshi." + name);
        NAMES.host(name, "127.0.0.1");
        WEB.show("http://" + name + Challenge.PATH, challenge.text());
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.DNS_MISSING);
        for (var address : List.of("http://203.0.113.77:8443/" + name, "https://[2001:db8::7]:8443/" + name)) {
            var numbers = register.register(Optional.of(AssetKind.URL), address, "", MIKA);
            assertThat(proofs.provable(register.show(numbers, MIKA), MIKA)).isFalse();
            assertThatThrownBy(() -> proofs.begin(numbers, MIKA)).isInstanceOf(RuleBroken.class);
        }
        var plain = register.register(Optional.of(AssetKind.URL), "http://203.0.113.77/" + name, "", MIKA);
        assertThat(proofs.provable(register.show(plain, MIKA), MIKA)).isTrue();
    }

    @Test
    void anOrganisationLooksForOneAfterTheOther() {
        var first = begun(fresh(), MIKA);
        var second = begun(fresh(), MIKA);
        var theirs = begun(fresh(), NOOR);
        assertThat(checkLater(first, MIKA)).isEqualTo(ProofOutcome.DNS_MISSING);
        assertThatThrownBy(() -> proofs.check(second, RIN))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.proof.one-by-one"));
        assertThat(proofs.check(theirs, NOOR)).as("another organisation").isEqualTo(ProofOutcome.DNS_MISSING);
        assertThat(checkLater(second, RIN)).isEqualTo(ProofOutcome.DNS_MISSING);
    }

    @Test
    void nobodyBringsAProofAlong() throws Exception {
        for (var with : List.of("", ", proven_how, proven_at")) {
            var sql = "insert into asset.asset (organisation, kind, value, shown, asked_by, asked_at" + with
                    + ") values (:organisation, 'PRODUCT', :value, :value, :by, now()"
                    + (with.isEmpty() ? "" : ", 'DNS', now()") + ")";
            if (with.isEmpty()) {
                assertThat(inserted(sql)).isOne();
            } else {
                assertThatThrownBy(() -> inserted(sql))
                        .isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("row-level security");
            }
        }
    }

    @Test
    void theOrganisationsTakeTurnsAndWhoeverLeftIsAskedForNoMore() {
        asOwner("update asset.proof set next_at = now() + interval '1 day'");
        for (int i = 0; i < 4; i++) {
            due(begun(fresh(), MIKA), 10 - i);
        }
        var theirs = begun(fresh(), NOOR);
        due(theirs, 1);
        assertThat(proofs.due(2)).extracting(ProofStore.Due::asset).hasSize(2).contains(theirs);

        asOwner("update asset.proof set next_at = now() + interval '1 day'");
        var left = begun(fresh(), MIKA);
        asOwner("update asset.proof set asked_by = '" + OTTO.person() + "' where asset = '" + left + "'");
        due(left, 1);
        assertThat(proofs.due(20)).isEmpty();
        assertThat(checkLater(left, RIN)).isEqualTo(ProofOutcome.DNS_MISSING);
        due(left, 1);
        assertThat(proofs.due(20)).singleElement().satisfies(it -> {
            assertThat(it.asset()).isEqualTo(left);
            assertThat(it.actor().person()).as("who looked last").isEqualTo(RIN.person());
        });
        assertThat(register.show(left, MIKA).state()).isInstanceOf(State.Waiting.class);
    }

    private int inserted(String sql) throws Exception {
        return Acting.as(
                MIKA,
                () -> inTransaction.<Integer>execute(status -> jdbc.sql(sql)
                        .param("organisation", RAILWAY)
                        .param("value", "Gate " + UUID.randomUUID())
                        .param("by", MIKA.person())
                        .update()));
    }

    private ProofOutcome written(String name, Actor actor) {
        var id = begun(name, actor);
        NAMES.text("_noroshi." + name, proofs.open(id, actor).orElseThrow().text());
        return checkLater(id, actor);
    }

    private UUID begun(String name, Actor actor) {
        var id = register.register(Optional.empty(), name, "", actor);
        proofs.begin(id, actor);
        return id;
    }

    private void due(UUID id, int minutes) {
        asOwner("update asset.proof set next_at = now() - interval '" + minutes + " minutes' where asset = '" + id
                + "'");
    }
}
