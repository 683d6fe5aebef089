package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.intel.pattern.PatternReader;
import noroshi.intel.pattern.PatternReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingValuesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain-name:value | Example.COM. | domain | example.com",
                "domain-name:value | 狼煙.example | domain | xn--ouxv8a.example",
                "domain-name:value | _dmarc.example.com | domain | _dmarc.example.com",
                "domain-name:value | 198.51.100.7 | ipv4 | 198.51.100.7",
                "domain-name:value | https://example.com/a | url | https://example.com/a",
                "domain-name:value | example[.]com | domain | example.com",
                "domain-name:value | not a name | other | not a name",
                "ipv4-addr:value | 198.51.100.77/24 | ipv4 | 198.51.100.0/24",
                "ipv4-addr:value | 198.51.100.77/32 | ipv4 | 198.51.100.77",
                "ipv4-addr:value | 198.51.100.256 | other | 198.51.100.256",
                "ipv4-addr:value | 010.0.0.1 | other | 010.0.0.1",
                "ipv4-addr:value | 0.0.0.0/0 | ipv4 | 0.0.0.0/0",
                "ipv6-addr:value | 2001:DB8:0:0:1:0:0:1 | ipv6 | 2001:db8::1:0:0:1",
                "ipv6-addr:value | 2001:db8::/32 | ipv6 | 2001:db8::/32",
                "ipv6-addr:value | ::ffff:198.51.100.1 | ipv6 | ::ffff:c633:6401",
                "ipv6-addr:value | 1:2:3:4:5:6:7:8:9 | other | 1:2:3:4:5:6:7:8:9",
                "ipv6-addr:value | :: | ipv6 | ::",
                "url:value | HTTPS://Example.COM | url | https://example.com/",
                "url:value | hxxp://User@Example[.]com:8080/A?b#c | url | http://User@example.com:8080/A?b#c",
                "url:value | http://[2001:DB8::1]:80/x | url | http://[2001:db8::1]:80/x",
                "email-addr:value | Mika@Example.COM | email | mika@example.com",
                "network-traffic:dst_ref.value | 198.51.100.7 | ipv4 | 198.51.100.7",
                "file:hashes.MD5 | D41D8CD98F00B204E9800998ECF8427E | md5 | d41d8cd98f00b204e9800998ecf8427e",
                "file:hashes.SHA-1 | d41d8cd98f00b204e9800998ecf8427e | md5 | d41d8cd98f00b204e9800998ecf8427e",
                "file:hashes.SHA-256 | short | other | short",
                "file:hashes.SSDEEP | 3:AXGBicFlgVNhBGcL6wCrFQEv:AXGH | other | 3:AXGBicFlgVNhBGcL6wCrFQEv:AXGH",
                "file:name | Setup.EXE | file-name | Setup.EXE",
                "app:id | com.example | other | com.example"
            })
    void aValueHasOneSpelling(String path, String written, String type, String canonical) {
        var value = ValueForms.read(path, written, true);
        assertThat(value.type().code()).isEqualTo(type);
        assertThat(value.value()).isEqualTo(canonical);
    }

    @Test
    void aWrongTypeInThePatternIsTakenByItsFormAndRemarked() {
        assertThat(ValueForms.read("domain-name:value", "198.51.100.7", true).remarks())
                .containsExactly(
                        Reason.of("intel.remark.other-form", "198[.]51[.]100[.]7", "domain-name:value", "ipv4"));
    }

    @Test
    void everyValueOfAListIsFoundOnce() {
        assertThat(values("[domain-name:value IN ('a.example', 'B.example', 'A.EXAMPLE')]"))
                .extracting(IndicatorValue::value)
                .containsExactly("a.example", "b.example");
    }

    @Test
    void aConditionAmongSeveralIsNoIndicatorByItself() {
        assertThat(values("[file:name = 'a' AND file:hashes.MD5 = 'x'] OR [file:name = 'b']"))
                .extracting(IndicatorValue::alone)
                .containsExactly(false, false, true);
    }

    @Test
    void whatIsExcludedIsNoIndicator() {
        assertThat(values("[domain-name:value != 'a.example' OR domain-name:value NOT IN ('b.example')"
                        + " OR domain-name:value LIKE '%.example']"))
                .isEmpty();
    }

    private static List<IndicatorValue> values(String pattern) {
        return PatternValues.of(((PatternReading.Understood) PatternReader.read(pattern)).pattern());
    }
}
