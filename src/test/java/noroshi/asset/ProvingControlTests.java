package noroshi.asset;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.Asset.Proof;
import noroshi.asset.Asset.State;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Whoever can write into the name servers of a domain, or onto a site, shows that it is theirs. */
class ProvingControlTests extends ProofTests {
    @Test
    void aRecordInTheDnsPutsADomainInForce() throws Exception {
        var name = fresh();
        var id = register.register(Optional.empty(), name, "", MIKA);
        assertThat(NAMES.asked())
                .as("nobody is asked of what nobody wants to prove")
                .noneMatch(it -> it.contains(name));
        assertThat(page(id, MIKA)).contains("自分たちで管理していることを示す").doesNotContain("noroshi-proof=");
        proofs.begin(id, MIKA);
        var challenge = proofs.open(id, MIKA).orElseThrow();
        assertThat(challenge.file())
                .as("a web server does not speak for every name of a domain")
                .isEmpty();
        assertThat(page(id, MIKA)).contains("_noroshi." + name, challenge.text());
        assertThat(page(id, DANA)).doesNotContain(challenge.secret());

        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.DNS_MISSING);
        assertThatThrownBy(() -> proofs.check(id, RIN))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.proof.one-by-one"));
        asOwner("update asset.proof set checked_at = now() - interval '5 seconds' where asset = '" + id + "'");
        assertThatThrownBy(() -> proofs.check(id, RIN))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.proof.too-soon"));
        assertThat(page(id, MIKA)).contains("その名前の記録が見つかりませんでした");
        NAMES.text("_noroshi." + name, "noroshi-proof=0000", "v=spf1 -all");
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.DNS_OTHER);
        assertThat(ownersOf(name)).isEmpty();

        NAMES.text("_noroshi." + name, "v=spf1 -all", challenge.text());
        assertThat(checkLater(id, RIN)).isEqualTo(ProofOutcome.PROVEN);
        assertThat(ownersOf("www." + name)).containsExactly(RAILWAY);
        var asset = register.show(id, MIKA);
        assertThat(asset.proof().orElseThrow().how()).isEqualTo(Proof.How.DNS);
        assertThat(((State.Registered) asset.state()).by()).isEmpty();
        assertThat(page(id, MIKA)).contains("にDNSで確認済み").doesNotContain(challenge.secret(), "/proof/check");
        assertThat(page(id, DANA)).contains("にDNSで確認済み");
        assertThat(approvals.waiting(Optional.of(RAILWAY), new Window(0, 200), DANA))
                .extracting(claim -> claim.asset().id())
                .doesNotContain(id);
        register.remove(id, MIKA);
        assertThat(ownersOf("www." + name)).isEmpty();
    }

    @Test
    void aFilePutsASiteInForce() {
        var name = fresh();
        var site = "http://" + name;
        var id = register.register(Optional.empty(), site + "/login", "", MIKA);
        proofs.begin(id, MIKA);
        var challenge = proofs.open(id, MIKA).orElseThrow();
        assertThat(challenge.file().orElseThrow()).hasToString(site + Challenge.PATH);
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.DNS_MISSING);
        NAMES.host(name, "127.0.0.1");
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.FILE_MISSING);
        WEB.show(site + Challenge.PATH, site + "/elsewhere");
        WEB.show(site + "/elsewhere", challenge.text());
        assertThat(checkLater(id, MIKA)).as("no redirect is followed").isEqualTo(ProofOutcome.FILE_MISSING);
        WEB.show(site + Challenge.PATH, "<p>" + challenge.text() + "</p>");
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.FILE_OTHER);
        WEB.show(site + Challenge.PATH, "user-agent: *\n" + challenge.text() + "\n");
        assertThat(checkLater(id, MIKA)).as("one line among others").isEqualTo(ProofOutcome.FILE_OTHER);
        WEB.show(site + Challenge.PATH, challenge.text() + "\n");
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.PROVEN);
        assertThat(register.show(id, MIKA).proof().orElseThrow().how()).isEqualTo(Proof.How.FILE);
    }

    @Test
    void theJobFindsItByItself() {
        var name = fresh();
        var id = register.register(Optional.empty(), name, "", MIKA);
        proofs.begin(id, MIKA);
        NAMES.text("_noroshi." + name, proofs.open(id, MIKA).orElseThrow().text());
        job.run();
        assertThat(register.show(id, MIKA).state()).as("not before its time").isInstanceOf(State.Waiting.class);
        asOwner("update asset.proof set next_at = now() - interval '1 minute' where asset = '" + id + "'");
        job.run();
        assertThat(register.show(id, MIKA).state()).isInstanceOf(State.Registered.class);
        assertThat(ownersOf(name)).containsExactly(RAILWAY);
    }

    @Test
    void whatTwoSayIsTheirsTheCentreDecides() throws Exception {
        var name = fresh();
        var theirs = register.register(Optional.empty(), "www." + name, "", NOOR);
        var id = register.register(Optional.empty(), name, "", MIKA);
        proofs.begin(id, MIKA);
        NAMES.text("_noroshi." + name, proofs.open(id, MIKA).orElseThrow().text());
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.CENTRE_DECIDES);
        assertThat(ownersOf(name)).isEmpty();
        assertThat(register.show(id, MIKA).state()).isInstanceOf(State.Waiting.class);
        assertThat(page(id, MIKA)).contains("にDNSで確認済み").doesNotContain("証明を始める");
        assertThat(approvals.waiting(Optional.of(RAILWAY), new Window(0, 200), DANA))
                .filteredOn(claim -> claim.asset().id().equals(id))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.others()).containsExactly(POWER);
                    assertThat(claim.asset().proof()).isPresent();
                });
        assertThat(body("/assets/approvals?organisation=" + RAILWAY, DANA)).contains("にDNSで確認済み");
        approvals.approve(List.of(id), DANA);
        assertThat(ownersOf(name)).containsExactly(RAILWAY);
        register.remove(theirs, NOOR);
    }

    @Test
    void aNameThatAPersonHasToLookAtIsNotDecidedByAMachine() {
        var name = "c" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        var id = register.register(Optional.empty(), name, "", MIKA);
        proofs.begin(id, MIKA);
        NAMES.text("_noroshi." + name, proofs.open(id, MIKA).orElseThrow().text());
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.CENTRE_DECIDES);
        assertThat(ownersOf(name)).isEmpty();
    }

    @Test
    void itsEndAsksAgain() throws Exception {
        var name = fresh();
        var id = register.register(Optional.empty(), name, "", MIKA);
        proofs.begin(id, MIKA);
        var first = proofs.open(id, MIKA).orElseThrow();
        NAMES.text("_noroshi." + name, first.text());
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.PROVEN);
        assertThatThrownBy(() -> proofs.begin(id, MIKA))
                .as("what holds for long needs no proof")
                .isInstanceOf(RuleBroken.class);
        asOwner("update asset.asset set expires_at = now() - interval '1 day', proven_at = now() - interval '1 year'"
                + " where id = '" + id + "'");
        assertThat(ownersOf(name)).isEmpty();
        assertThat(page(id, MIKA)).contains("証明を始める");
        proofs.begin(id, MIKA);
        assertThat(checkLater(id, MIKA))
                .as("what was written then proves nothing now")
                .isEqualTo(ProofOutcome.DNS_OTHER);
        NAMES.text("_noroshi." + name, proofs.open(id, MIKA).orElseThrow().text());
        assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.PROVEN);
        assertThat(ownersOf(name)).containsExactly(RAILWAY);
    }

    @Test
    void nobodyInsideIsAskedAndSilenceIsSaid() {
        var name = fresh();
        var id = register.register(Optional.empty(), "https://" + name + "/", "", MIKA);
        proofs.begin(id, MIKA);
        for (var address : List.of("127.0.0.2", "10.0.0.1", "169.254.169.254", "192.168.1.1")) {
            NAMES.host(name, address);
            assertThat(checkLater(id, MIKA)).as(address).isEqualTo(ProofOutcome.FILE_INTERNAL);
        }
        NAMES.host(name, "127.0.0.1");
        assertThat(checkLater(id, MIKA)).as("nobody listens on 443").isEqualTo(ProofOutcome.FILE_SILENT);
    }

    @Test
    void aNameServerThatIsSilentIsNoRefusal() {
        var id = register.register(Optional.empty(), fresh(), "", MIKA);
        proofs.begin(id, MIKA);
        NAMES.silent(true);
        try {
            assertThat(checkLater(id, MIKA)).isEqualTo(ProofOutcome.DNS_SILENT);
        } finally {
            NAMES.silent(false);
        }
        assertThat(register.show(id, MIKA).state()).isInstanceOf(State.Waiting.class);
    }

    @Test
    void itIsTheOwnersAlone() throws Exception {
        var id = register.register(Optional.empty(), fresh(), "", MIKA);
        proofs.begin(id, MIKA);
        for (var stranger : List.of(OTTO, NOOR)) {
            assertThatThrownBy(() -> proofs.begin(id, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> proofs.check(id, stranger)).isInstanceOf(NotFound.class);
            assertThat(proofs.open(id, stranger)).isEmpty();
        }
        assertThatThrownBy(() -> proofs.begin(id, DANA)).isInstanceOf(NotAllowed.class);
        assertThat(proofs.open(id, DANA)).isEmpty();
        assertThat(proofs.open(id, RIN)).isPresent();
        var product = register.register(Optional.of(AssetKind.PRODUCT), "Gate " + fresh(), "", MIKA);
        assertThatThrownBy(() -> proofs.begin(product, MIKA)).isInstanceOf(RuleBroken.class);
        assertThat(mvc.post()
                        .uri("/assets/" + id + "/proof/check")
                        .with(as(OTTO))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        var refused =
                mvc.post().uri("/assets/" + product + "/proof").with(as(MIKA)).exchange();
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("この資産は、今は証明できません");
    }
}
