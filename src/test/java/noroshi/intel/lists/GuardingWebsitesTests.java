package noroshi.intel.lists;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.PROVIDER;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.NewBlocklist;
import noroshi.intel.life.Papers;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A website that a member registered by its URL is guarded by its name, too. */
@WholeHouse
@Import({Papers.class, Loading.class})
class GuardingWebsitesTests {
    @Autowired
    WarningLists warnings;

    @Autowired
    Papers papers;

    @Autowired
    Loading loading;

    @Autowired
    Blocklists blocklists;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    private void registered(String url) {
        approvals.approve(List.of(assets.register(Optional.empty(), url, "", MIKA)), DANA);
    }

    @Test
    void theHostAndWhatHoldsItAreItsOwnersAndWhatIsBeneathIsNot() {
        var site = Papers.name();
        registered("https://www." + site + "/");
        assertThat(own(IndicatorType.DOMAIN, "www." + site)).isTrue();
        assertThat(own(IndicatorType.DOMAIN, site))
                .as("a zone blocks all beneath")
                .isTrue();
        assertThat(own(IndicatorType.EMAIL, "info@www." + site)).isTrue();
        assertThat(own(IndicatorType.DOMAIN, "x.www." + site)).isFalse();
        assertThat(own(IndicatorType.DOMAIN, "other." + site)).isFalse();
        registered("http://203.0.113.201/");
        assertThat(own(IndicatorType.IPV4, "203.0.113.201")).isTrue();
        assertThat(own(IndicatorType.IPV4, "203.0.113.202")).isFalse();
    }

    @Test
    void ofUrlsAtTheSameHostThoseBeneathItsOwnAreGuarded() {
        var shared = Papers.name();
        registered("https://" + shared + "/member/");
        assertThat(own(IndicatorType.URL, "https://" + shared + "/member/login?a=b"))
                .isTrue();
        assertThat(own(IndicatorType.URL, "http://" + shared + "/member/")).isTrue();
        assertThat(own(IndicatorType.URL, "https://" + shared + "/another/")).isFalse();
        assertThat(own(IndicatorType.URL, "https://" + shared + ":8443/member/"))
                .isFalse();
    }

    @Test
    void noBulletinNamesIt() {
        var site = Papers.name();
        registered("https://" + site + "/tickets");
        assertThatThrownBy(() -> papers.publish(Tlp.GREEN, RAIL, site))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("warning.blocks-own"));
    }

    @Test
    void noListForProductsHoldsItAndItsOwnersAllowItsHostAlone() throws Exception {
        var site = Papers.name();
        var other = Papers.name();
        papers.publish(Tlp.GREEN, Papers.EVERYONE, site, other);
        assertThat(loading.load("rpz.zone", RAILWAY)).contains("\n*." + site, "\n*." + other);
        registered("https://" + site + "/");
        assertThat(loading.load("rpz.zone", RAILWAY)).doesNotContain(site).contains("\n*." + other);
        assertThat(loading.load("allow.zone", RAILWAY))
                .contains("\n" + site + " CNAME rpz-passthru.")
                .doesNotContain("*." + site);
        assertThat(loading.load("allow.zone", POWER)).doesNotContain(site);
        var domain = Papers.name();
        registered(domain);
        assertThat(loading.load("allow.zone", RAILWAY))
                .contains("\n" + domain + " CNAME rpz-passthru.\n", "\n*." + domain + " CNAME rpz-passthru.\n");
    }

    @Test
    void noBlockListBringsItToMembersOrProviders() {
        var site = Papers.name();
        var other = Papers.name();
        var made = new NewBlocklist("t", "", Tlp.GREEN, List.of(form(site), form(other)));
        registered("https://" + site + "/");
        var list = blocklists.make(made, ED);
        assertThat(blocklists.push(list, Set.of(POWER, PROVIDER), ED)).isEqualTo(2);
        assertThat(blocklists.sent(list, ED))
                .hasSize(2)
                .allMatch(sent -> sent.entry().form().value().equals(other));
    }

    private boolean own(IndicatorType type, String value) {
        var form = new Spelling.Form(type, value);
        return warnings.hits(List.of(form), ED).containsKey(form);
    }

    private static Spelling.Form form(String name) {
        return new Spelling.Form(IndicatorType.DOMAIN, name);
    }
}
