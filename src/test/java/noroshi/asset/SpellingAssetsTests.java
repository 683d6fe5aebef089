package noroshi.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import noroshi.shared.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingAssetsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WWW.Example.JP. | DOMAIN | www.example.jp",
                "*.example.jp | DOMAIN | example.jp",
                "ｅｘａｍｐｌｅ．ｊｐ | DOMAIN | example.jp",
                "日本語。example | DOMAIN | xn--wgv71a119e.example",
                "https://Example.jp:443/a/../b?x=1#top | URL | https://example.jp/b?x=1",
                "http://example.jp | URL | http://example.jp/",
                "https://example.jp:8443/ | URL | https://example.jp:8443/",
                "https://203.0.113.9/login | URL | https://203.0.113.9/login",
                "https://[2001:DB8::9]/ | URL | https://[2001:db8::9]/",
                "203.0.113.7 | ADDRESS | 203.0.113.7",
                "２０３．０．１１３．７ | ADDRESS | 203.0.113.7",
                "203.0.113.7/32 | ADDRESS | 203.0.113.7",
                "203.0.113.77/24 | RANGE | 203.0.113.0/24",
                "2001:DB8:0:0::1 | ADDRESS | 2001:db8::1",
                "2001:db8:1::/48 | RANGE | 2001:db8:1::/48"
            })
    void oneSpellingForEach(String typed, AssetKind kind, String value) {
        var read = AssetSpelling.read(Optional.empty(), typed);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0.0.0/0 | asset.whole-internet",
                "::/0 | asset.whole-internet",
                "11.0.0.0/8 | asset.too-wide",
                "2400::/12 | asset.too-wide",
                "10.1.2.3 | asset.private-address",
                "192.168.0.0/16 | asset.private-address",
                "100.64.0.1 | asset.private-address",
                "127.0.0.1 | asset.private-address",
                "224.0.0.1 | asset.private-address",
                "fe80::1 | asset.private-address",
                "fd00::/48 | asset.private-address",
                "::ffff:10.0.0.1 | asset.private-address",
                "http://10.0.0.1/ | asset.private-address",
                "203.0.113.999 | asset.unreadable-address",
                "203.0.113.0/40 | asset.unreadable-address",
                "203.0.113.1-203.0.113.9 | asset.unreadable",
                "localhost | asset.private-name",
                "files.corp | asset.private-name",
                "jp | asset.single-label",
                "co.jp | asset.everybodys-name",
                "exa mple.jp | asset.unreadable",
                "ex_ample.jp | asset.unreadable",
                "ftp://example.jp/ | asset.not-web",
                "hxxps://example.jp/ | asset.not-web",
                "https://user:secret@example.jp/ | asset.credentials"
            })
    void whatCannotBelongToOneOrganisationIsRefusedInWords(String typed, String key) {
        assertThatThrownBy(() -> AssetSpelling.read(Optional.empty(), typed))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @CsvSource({
        "p\u0430ypal.jp, true", // a Cyrillic а among Latin letters
        "\u0441\u043e\u0440\u0430.jp, true", // all Cyrillic, all drawn like Latin
        "工ア.jp, true", // a kanji among katakana
        "xn--80ak6aa92e.jp, true", // as it travels
        "bankノlogin.jp, true", // a katakana that is drawn like a slash
        "toto一rail.jp, true", // a kanji that is drawn like a dash
        "pa\u0131nt.jp, true", // an i without its dot
        "ドコモnet.jp, false",
        "第一bank.jp, false",
        "paypal.jp, false",
        "日本鉄道.jp, false",
        "メトロ東都.jp, false",
        "кино.jp, false"
    })
    void namesThatLookLikeOthersAreCautioned(String name, boolean cautioned) {
        assertThat(AssetSpelling.read(Optional.empty(), name).cautions().contains(Caution.LOOK_ALIKE))
                .isEqualTo(cautioned);
    }

    @Test
    void productsAndKeywordsAreComparedWithoutCase() {
        var read = AssetSpelling.read(Optional.of(AssetKind.PRODUCT), "  Ｅxchange   Server ");
        assertThat(read.value()).isEqualTo("exchange server");
        assertThat(read.shown()).isEqualTo("Exchange Server");
        assertThatThrownBy(() -> AssetSpelling.read(Optional.of(AssetKind.KEYWORD), "x"))
                .isInstanceOf(RuleBroken.class);
    }
}
