package noroshi.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.intel.IndicatorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingIndicatorsTests {
    private static Indicator one(String line) {
        var sheet = IndicatorSheet.read(line);
        assertThat(sheet.problems()).isEmpty();
        assertThat(sheet.rows()).hasSize(1);
        return sheet.rows().getFirst();
    }

    @Test
    void aSpreadsheetRowIsReadAsItStands() {
        assertThat(one("ドメイン\tupdate-minato[.]example\t通信先（C2）\t高"))
                .isEqualTo(new Indicator(IndicatorType.DOMAIN, "update-minato.example", "通信先（C2）", Confidence.HIGH, 1));
    }

    @Test
    void aSampleTableIsReadWhole() {
        var sheet = IndicatorSheet.read(Samples.TABLE);
        assertThat(sheet.problems()).isEmpty();
        assertThat(sheet.rows())
                .extracting(Indicator::type)
                .containsExactly(IndicatorType.DOMAIN, IndicatorType.IPV4, IndicatorType.URL, IndicatorType.SHA256);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            198.51.100.7,                  IPV4,   198[.]51[.]100[.]7
            2001:DB8::1,                   IPV6,   2001[:]db8[:][:]1
            example.jp,                    DOMAIN, example[.]jp
            Evil(.)example.,               DOMAIN, evil[.]example
            hxxp://evil[.]example/x,       URL,    hxxp://evil[.]example/x
            HXXPS://Evil.example:8443/x?y, URL,    hxxps://evil[.]example:8443/x?y
            A.b@mail[.]example,            EMAIL,  a[.]b[@]mail[.]example
            d41d8cd98f00b204e9800998ecf8427e,      MD5,       d41d8cd98f00b204e9800998ecf8427e
            DA39A3EE5E6B4B0D3255BFEF95601890AFD80709, SHA1,   da39a3ee5e6b4b0d3255bfef95601890afd80709
            """)
    void theFormTellsTheTypeAndTheScreenShowsItHarmless(String typed, IndicatorType type, String shown) {
        var indicator = one(typed);
        assertThat(indicator.type()).isEqualTo(type);
        assertThat(indicator.harmless()).isEqualTo(shown);
    }

    @Test
    void aFileNameMustBeSaidToBeOne() {
        assertThat(one("ファイル名,【至急】サイバー被害報告.exe,偽装,高").type()).isEqualTo(IndicatorType.FILE_NAME);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            なにか,                        bulletin.row.unrecognised
            999.1.1.1,                   bulletin.row.unrecognised
            'ipv4,example.jp',           bulletin.row.other-form
            'domain,',                   bulletin.row.no-value
            'example.jp,C2,たぶん',        bulletin.row.confidence
            """)
    void aRowThatCannotBeUsedSaysWhy(String line, String key) {
        var sheet = IndicatorSheet.read("198.51.100.7\n\n" + line);
        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.problems()).extracting(IndicatorSheet.Problem::key).containsExactly(key);
        assertThat(sheet.problems().getFirst().line()).isEqualTo(3);
    }

    @Test
    void theSameValueTwiceIsSaid() {
        assertThat(IndicatorSheet.read("evil.example\nEVIL[.]example").problems())
                .extracting(IndicatorSheet.Problem::key)
                .containsExactly("bulletin.row.twice");
    }

    @Test
    void aHeaderRowIsNotAnIndicator() {
        assertThat(IndicatorSheet.read("種別,値,役割,確度\nevil.example").rows()).hasSize(1);
    }

    @Test
    void thereIsAnEndToIt() {
        var many =
                IntStream.range(0, 2000).mapToObj(n -> "host" + n + ".example").collect(Collectors.joining("\n"));
        assertThat(IndicatorSheet.read(many).problems())
                .extracting(IndicatorSheet.Problem::key)
                .containsExactly("bulletin.row.too-many");
    }

    @Test
    void brokenQuotesAreNotAFault() {
        assertThat(IndicatorSheet.read("\"evil.example,\"x\"\",高\"").problems()).isNotEmpty();
    }
}
