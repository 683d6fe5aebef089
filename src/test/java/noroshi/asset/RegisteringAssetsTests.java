package noroshi.asset;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.Asset.State;
import noroshi.asset.AssetFilter.Show;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class RegisteringAssetsTests {
    @Autowired
    AssetRegister register;

    @Autowired
    AssetLists lists;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    AssetOwners owners;

    @Autowired
    ClaimStore claims;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate inTransaction;

    @Test
    void itIsUsedFromTheSecondPersonsYesUntilItIsRemoved() {
        var name = fresh();
        var id = register.register(Optional.empty(), name, "入口", MIKA);
        assertThat(ownersOf("www." + name)).isEmpty();
        approvals.approve(List.of(id), DANA);
        assertThat(ownersOf("www." + name)).containsExactly(RAILWAY);
        assertThat(ownersOf("https://" + name + "/login")).containsExactly(RAILWAY);
        assertThat(ownersOf("not" + name)).isEmpty();
        assertThat(register.show(id, RIN).state()).isInstanceOf(State.Registered.class);
        register.remove(id, RIN);
        assertThat(ownersOf("www." + name)).isEmpty();
        assertThat(register.show(id, MIKA).state()).isInstanceOf(State.Removed.class);
        assertThatThrownBy(() -> register.remove(id, MIKA)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void whatExpiresIsUsedNoLongerAndIsRenewedInTime() {
        var name = fresh();
        var id = register.register(Optional.empty(), name, "", MIKA);
        assertThatThrownBy(() -> register.renew(id, MIKA)).isInstanceOf(RuleBroken.class);
        approvals.approve(List.of(id), DANA);
        assertThatThrownBy(() -> register.renew(id, MIKA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.renewal-early"));
        assertThat(register.show(id, MIKA).inForce(Instant.now())).isTrue();
        assertThat(register.show(id, MIKA).expired(Instant.now().plus(Duration.ofDays(366))))
                .isTrue();
        assertThat(ownersOn(name, Instant.now().plus(Duration.ofDays(364)))).containsExactly(RAILWAY);
        assertThat(ownersOn(name, Instant.now().plus(Duration.ofDays(366)))).isEmpty();
    }

    @Test
    void anAddressIsFoundInItsRange() {
        var range = "2001:db8:" + Integer.toHexString(0x1000 + (int) (Math.random() * 0xEFFF)) + "::/48";
        var id = register.register(Optional.empty(), range, "", NOOR);
        approvals.approve(List.of(id), DANA);
        assertThat(ownersOf(range.replace("::/48", "::1234"))).containsExactly(POWER);
    }

    @Test
    void ottoFindsNothing() {
        var name = fresh();
        var id = register.register(Optional.empty(), name, "", MIKA);
        for (var stranger : List.of(OTTO, ED, TORU)) {
            assertThatThrownBy(() -> register.show(id, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> register.remove(id, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> approvals.approve(List.of(id), stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> owners.of(AssetOwners.read(name), stranger))
                    .isInstanceOf(NotFound.class);
            assertThat(register.list(current(Optional.of(RAILWAY)), new Window(0, 200), stranger))
                    .noneMatch(asset -> asset.organisation().equals(RAILWAY));
        }
        assertThat(register.list(current(Optional.of(RAILWAY)), new Window(0, 200), DANA))
                .anyMatch(asset -> asset.id().equals(id));
    }

    @Test
    void whatSomebodyElseHasIsToldToTheCentreAlone() {
        var name = fresh();
        var first = register.register(Optional.empty(), name, "", MIKA);
        approvals.approve(List.of(first), DANA);
        var second = register.register(Optional.empty(), "www." + name, "", NOOR);
        var claim = approvals.waiting(Optional.of(POWER), new Window(0, 200), DANA).stream()
                .filter(each -> each.asset().id().equals(second))
                .findFirst()
                .orElseThrow();
        assertThat(claim.others()).containsExactly(RAILWAY);
        assertThatThrownBy(() -> approvals.decline(List.of(second), " ", DANA)).isInstanceOf(RuleBroken.class);
        approvals.decline(List.of(second), "別の組織のものと分かりました", DANA);
        assertThat(register.show(second, NOOR).state()).isInstanceOf(State.Declined.class);
        assertThat(register.register(Optional.empty(), "www." + name, "", NOOR)).isNotEqualTo(second);
    }

    @Test
    void nobodyApprovesWhatTheyAskedFor() {
        var both = new Actor(DANA.person(), CENTRE, Set.of(Role.WATCH_OFFICER, Role.MEMBER_POC), "web");
        var id = register.register(Optional.empty(), fresh(), "", both);
        assertThatThrownBy(() -> approvals.approve(List.of(id), DANA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.second-person"));
        register.remove(id, both);
    }

    @Test
    void theWallItselfLetsNoMemberApprove() {
        var id = register.register(Optional.empty(), fresh(), "", MIKA);
        var now = Instant.now();
        assertThatThrownBy(() -> Acting.as(
                        RIN,
                        () -> inTransaction.executeWithoutResult(
                                status -> claims.approve(List.of(id), RIN.person(), now, now.plusSeconds(60)))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theWallItselfKeepsADecisionFromTheOwner() {
        var id = register.register(Optional.empty(), fresh(), "", MIKA);
        approvals.approve(List.of(id), DANA);
        assertThatThrownBy(() -> Acting.as(
                        RIN,
                        () -> inTransaction.executeWithoutResult(status -> jdbc.sql(
                                        "update asset.asset set expires_at = 'infinity', renewal_by = :by, renewal_at = now() where id = :id")
                                .param("by", RIN.person())
                                .param("id", id)
                                .update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void onlyWhoSpeaksForTheOrganisationRegisters() {
        var reader = new Actor(MIKA.person(), RAILWAY, Set.of(Role.MEMBER_USER), "web");
        assertThatThrownBy(() -> register.register(Optional.empty(), fresh(), "", reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> lists.paste(fresh(), Optional.empty(), reader)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void twiceIsSaidAndDoesNoHarm() {
        var name = fresh();
        register.register(Optional.empty(), name, "", SORA);
        assertThatThrownBy(() -> register.register(Optional.empty(), name.toUpperCase(Locale.ROOT), "", SORA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.known"));
    }

    @Test
    void aListIsRegisteredWholeOrNotAtAll() {
        var name = fresh();
        var bad = ("値\n" + name + "\n10.0.0.1\n").getBytes(StandardCharsets.UTF_8);
        var refused = lists.bring("a.csv", bad, Optional.empty(), SORA);
        assertThat(refused.upload()).isEmpty();
        assertThat(refused.sheet().bad()).hasSize(1);
        var known = fresh();
        register.register(Optional.empty(), known, "", SORA);
        var prepared = lists.paste(name + "\n" + known, Optional.empty(), SORA);
        var upload = prepared.upload().orElseThrow();
        assertThat(lists.preview(upload, SORA).fresh()).isOne();
        assertThatThrownBy(() -> lists.preview(upload, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lists.register(upload, MIKA)).isInstanceOf(NotFound.class);
        assertThat(lists.register(upload, SORA)).isOne();
        assertThatThrownBy(() -> lists.register(upload, SORA)).isInstanceOf(NotFound.class);
        assertThat(register.list(current(Optional.empty()), new Window(0, 200), SORA))
                .extracting(Asset::value)
                .contains(name, known);
    }

    @Test
    void tenThousandLinesGoThrough() {
        var lines = new StringBuilder();
        var name = fresh();
        for (int i = 0; i < AssetSheet.MOST; i++) {
            lines.append('h').append(i).append('.').append(name).append('\n');
        }
        var prepared = lists.paste(lines.toString(), Optional.empty(), GEN_SPEAKS);
        assertThat(lists.register(prepared.upload().orElseThrow(), GEN_SPEAKS)).isEqualTo(AssetSheet.MOST);
    }

    private static final Actor GEN_SPEAKS = new Actor(GEN.person(), OWNER, Set.of(Role.MEMBER_POC), "web");

    private List<UUID> ownersOn(String value, Instant moment) {
        var found = new ArrayList<UUID>();
        Acting.as(
                DANA,
                () -> inTransaction.executeWithoutResult(status -> claims.owners(AssetOwners.read(value), moment)
                        .forEach(asset -> found.add(asset.organisation()))));
        return found;
    }

    private List<UUID> ownersOf(String value) {
        return owners.of(AssetOwners.read(value), DANA).stream()
                .map(Asset::organisation)
                .toList();
    }

    private static AssetFilter current(Optional<UUID> organisation) {
        return new AssetFilter(organisation, Show.CURRENT, Optional.empty(), "");
    }

    private static String fresh() {
        return "a" + UUID.randomUUID().toString().substring(0, 13) + ".example";
    }
}
