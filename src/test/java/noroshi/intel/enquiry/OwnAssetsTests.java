package noroshi.intel.enquiry;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Papers;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A mail names the hosts that took it: what is registered is judged by the Centre alone, and no other asker hears why. */
@WholeHouse
class OwnAssetsTests {
    @Autowired
    Enquiries enquiries;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    MockMvcTester mvc;

    private final String name = Papers.name();
    private final Spelling.Form host = form(IndicatorType.DOMAIN, "mail." + name);

    private UUID register(String value) {
        var asset = assets.register(Optional.empty(), value, "", MIKA);
        approvals.approve(List.of(asset), DANA);
        return asset;
    }

    @Test
    void onesOwnIsMarkedAndNotTicked() throws Exception {
        register(name);
        var other = Papers.name();
        var page = mvc.get()
                .uri("/intel/enquiries/new?q=" + host.value() + " " + other)
                .with(as(MIKA))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("あなたの組織の登録資産", "登録資産は、はじめは選ばれていません")
                .containsPattern("value=\"" + other + "\" checked")
                .doesNotContainPattern("value=\"" + host.value() + "\" checked");
        for (var form : List.of(
                form(IndicatorType.URL, "https://" + host.value() + "/a"),
                form(IndicatorType.EMAIL, "info@" + name),
                form(IndicatorType.DOMAIN, name))) {
            assertThat(look(form, MIKA).owner()).isEqualTo(Known.Owner.SELF);
        }
        assertThat(look(form(IndicatorType.DOMAIN, "not-" + name), MIKA).owner())
                .isEqualTo(Known.Owner.NOBODY);
    }

    @Test
    void networksAndPagesAreOnesOwnToo() {
        var registered = List.of(register("198.51.100.80"), register("https://198.51.100.99/rail/"));
        assertThat(look(form(IndicatorType.IPV4, "198.51.100.80"), MIKA).owner())
                .isEqualTo(Known.Owner.SELF);
        assertThat(look(form(IndicatorType.URL, "https://198.51.100.99/rail/a?b"), MIKA)
                        .owner())
                .isEqualTo(Known.Owner.SELF);
        assertThat(look(form(IndicatorType.IPV4, "198.51.100.81"), MIKA).owner())
                .isEqualTo(Known.Owner.NOBODY);
        registered.forEach(asset -> assets.remove(asset, MIKA));
    }

    @Test
    void nobodyElseIsToldButTheCentre() {
        register(name);
        assertThat(look(host, DANA).owner()).isEqualTo(Known.Owner.MEMBER);
        for (var stranger : List.of(NOOR, OTTO, VERA)) {
            assertThat(look(host, stranger).owner()).isEqualTo(Known.Owner.NOBODY);
            assertThat(look(host, stranger).open()).as("as any other value").isTrue();
        }
        assertThat(enquiries.ask(List.of(host), "", true, NOOR)).isOne();
    }

    @Test
    void itGoesToNoProviderAndItsAnswerToTheAskerAlone() {
        register(name);
        enquiries.ask(List.of(host), "", true, NOOR);
        var id = enquiries.own(NOOR).getFirst().id();
        refused(() -> enquiries.askProviders(id, Set.of(PROVIDER), Optional.empty(), DANA), "enquiry.registered");
        refused(() -> enquiries.answer(id, Verdict.HARMFUL, "w", Tlp.GREEN, DANA), "enquiry.registered-label");
        enquiries.answer(id, Verdict.HARMFUL, "w", Tlp.AMBER_STRICT, DANA);
        assertThat(look(host, NOOR).answered()).isPresent();
        assertThat(look(host, SORA).answered()).isEmpty();
    }

    @Test
    void whatBecameSomebodysOwnIsToldToOthersNoLonger() {
        enquiries.ask(List.of(host), "", true, NOOR);
        var id = enquiries.own(NOOR).getFirst().id();
        enquiries.answer(id, Verdict.HARMFUL, "w", Tlp.GREEN, DANA);
        assertThat(look(host, SORA).answered()).isPresent();
        register(name);
        assertThat(look(host, SORA).answered()).isEmpty();
        assertThat(enquiries.told(host, SORA).answer()).isEmpty();
        for (var reader : List.of(NOOR, MIKA, DANA)) {
            assertThat(look(host, reader).answered()).isPresent();
        }
    }

    private Known look(Spelling.Form form, Actor actor) {
        return enquiries.look(List.of(form), actor).getFirst();
    }

    private static Spelling.Form form(IndicatorType type, String value) {
        return new Spelling.Form(type, value);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
