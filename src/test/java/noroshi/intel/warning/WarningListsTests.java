package noroshi.intel.warning;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Papers;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Lists are loaded, replaced, heeded, and overridden with a reason; what members own is never published. */
@WholeHouse
@Import(Papers.class)
class WarningListsTests {
    @Autowired
    WarningLists warnings;

    @Autowired
    Papers papers;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Test
    void aNewVersionTakesThePlaceOfTheOld() {
        var list = "list " + UUID.randomUUID();
        var before = Papers.name();
        var after = Papers.name();
        var first = warnings.load(file(list, 1, before), ED);
        assertThat(hits(before)).containsExactly(new Hit.Listed(first.id(), list));
        assertThat(warnings.load(file(list, 1, before), ED).again()).isTrue();
        var second = warnings.load(file(list, 2, after), ED);
        assertThat(hits(before)).isEmpty();
        assertThat(hits(after)).containsExactly(new Hit.Listed(second.id(), list));
        refused(() -> warnings.load(file(list, 1, before), ED), "warning.file.older");
        assertThat(warnings.list(OTTO))
                .filteredOn(each -> each.name().equals(list))
                .extracting(WarningList::inForce)
                .containsExactlyInAnyOrder(true, false);
        warnings.remove(second.id(), ED);
        assertThat(hits(after)).isEmpty();
    }

    @Test
    void onlyEditorsChangeLists() {
        var list = file("list " + UUID.randomUUID(), 1, Papers.name());
        for (var other : List.of(MIKA, OTTO, DANA)) {
            assertThatThrownBy(() -> warnings.load(list, other)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> warnings.except(form(Papers.name()), "r", other))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(warnings.exceptions(OTTO)).isEmpty();
    }

    @Test
    void whatAListNamesIsNotPublishedUnlessOverriddenWithAReason() {
        var name = Papers.name();
        warnings.load(file("list " + UUID.randomUUID(), 1, name), ED);
        refused(() -> papers.publish(Tlp.GREEN, RAIL, name), "warning.blocks");
        refused(() -> warnings.except(form(name), " ", ED), "warning.exception.reason");
        warnings.except(form(name), "この名前は乗っ取られている", ED);
        papers.publish(Tlp.GREEN, RAIL, name);
        warnings.lift(form(name), ED);
        refused(() -> papers.publish(Tlp.GREEN, RAIL, name), "warning.blocks");
    }

    @Test
    void whatAMemberOwnsIsNeverPublished() {
        var name = Papers.name();
        var asset = assets.register(Optional.empty(), name, "", MIKA);
        assertThat(hits("www." + name)).as("not yet approved").isEmpty();
        approvals.approve(List.of(asset), DANA);
        for (var touching : List.of(name, "www." + name, "ドメイン,x.y." + name)) {
            refused(() -> papers.publish(Tlp.GREEN, RAIL, touching), "warning.blocks-own");
        }
        refused(() -> papers.publish(Tlp.GREEN, RAIL, "https://www." + name + "/login"), "warning.blocks-own");
        refused(() -> papers.publish(Tlp.GREEN, RAIL, "info@" + name), "warning.blocks-own");
        refused(() -> warnings.except(form(name), "どうしても", ED), "warning.exception.own");
        papers.publish(Tlp.GREEN, RAIL, "not-" + name);
    }

    @Test
    void aNetworkThatHoldsAMembersAddressIsTheirsToo() {
        var asset = assets.register(Optional.empty(), "203.0.113.77", "", MIKA);
        approvals.approve(List.of(asset), DANA);
        var wide = new Spelling.Form(IndicatorType.IPV4, "203.0.113.64/26");
        assertThat(warnings.hits(List.of(wide), ED)).containsKey(wide);
        var beside = new Spelling.Form(IndicatorType.IPV4, "203.0.113.78");
        assertThat(warnings.hits(List.of(beside), ED)).doesNotContainKey(beside);
        assets.remove(asset, MIKA);
        assertThat(warnings.hits(List.of(wide), ED)).doesNotContainKey(wide);
    }

    private List<Hit> hits(String name) {
        return warnings.hits(List.of(form(name)), ED).getOrDefault(form(name), List.of());
    }

    private static Spelling.Form form(String name) {
        return new Spelling.Form(IndicatorType.DOMAIN, name);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static byte[] file(String list, int version, String name) {
        return """
                {"name": "%s", "version": %d, "type": "hostname", "list": ["%s"]}""".formatted(list, version, name).getBytes(StandardCharsets.UTF_8);
    }
}
