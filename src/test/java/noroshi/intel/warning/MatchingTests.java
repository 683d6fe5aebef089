package noroshi.intel.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import noroshi.intel.IndicatorType;
import noroshi.shared.RuleBroken;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Every kind of list, as MISP means it. */
class MatchingTests {
    @Test
    void stringsAreTheWholeValue() {
        var list = list(Kind.STRING, "Update.Example");
        assertThat(warns(list, IndicatorType.DOMAIN, "update.example")).isTrue();
        assertThat(warns(list, IndicatorType.DOMAIN, "www.update.example")).isFalse();
    }

    @Test
    void substringsAreAnyPart() {
        assertThat(warns(list(Kind.SUBSTRING, "/login"), IndicatorType.URL, "https://a.example/Login?x"))
                .isTrue();
    }

    @Test
    void hostnamesHoldForWhatLiesBelow() {
        var list = list(Kind.HOSTNAME, ".cdn.example", "a");
        assertThat(warns(list, IndicatorType.DOMAIN, "cdn.example")).isTrue();
        assertThat(warns(list, IndicatorType.DOMAIN, "x.y.cdn.example")).isTrue();
        assertThat(warns(list, IndicatorType.URL, "https://x.cdn.example:8443/p"))
                .isTrue();
        assertThat(warns(list, IndicatorType.EMAIL, "who@cdn.example")).isTrue();
        assertThat(warns(list, IndicatorType.DOMAIN, "evilcdn.example")).isFalse();
        assertThat(warns(list, IndicatorType.DOMAIN, "example"))
                .as("whoever blocks it blocks what is listed below")
                .isTrue();
        assertThat(warns(list, IndicatorType.URL, "https://example/")).isFalse();
        assertThat(warns(list, IndicatorType.URL, "https://cdn.example@evil.test/"))
                .isFalse();
    }

    @Test
    void networksHoldForWhatLiesWithin() {
        var list = list(Kind.CIDR, "198.51.100.0/24", "2001:db8::/32", "203.0.113.9");
        assertThat(warns(list, IndicatorType.IPV4, "198.51.100.255")).isTrue();
        assertThat(warns(list, IndicatorType.IPV4, "198.51.101.0")).isFalse();
        assertThat(warns(list, IndicatorType.IPV4, "198.51.100.128/25")).isTrue();
        assertThat(warns(list, IndicatorType.IPV4, "198.51.0.0/16"))
                .as("wider than the list, and around it")
                .isTrue();
        assertThat(warns(list, IndicatorType.IPV4, "203.0.113.0/24")).isTrue();
        assertThat(warns(list, IndicatorType.IPV4, "203.0.114.0/24")).isFalse();
        assertThat(warns(list, IndicatorType.IPV6, "2001::/16")).isTrue();
        assertThat(warns(list, IndicatorType.IPV4, "203.0.113.9")).isTrue();
        assertThat(warns(list, IndicatorType.IPV6, "2001:db8:1::1")).isTrue();
        assertThat(warns(list, IndicatorType.URL, "http://198.51.100.7/x")).isTrue();
        assertThat(warns(list, IndicatorType.URL, "http://[2001:db8::5]/x")).isTrue();
    }

    @Test
    void patternsStandBetweenSlashesOrBare() {
        assertThat(warns(list(Kind.REGEX, "/^cdn[0-9]+\\.example$/i"), IndicatorType.DOMAIN, "cdn12.example"))
                .isTrue();
        assertThat(warns(list(Kind.REGEX, "^cdn"), IndicatorType.DOMAIN, "mycdn.example"))
                .isFalse();
    }

    @Test
    void aPatternThatWouldTakeForeverStops() {
        var list = list(Kind.REGEX, "(.*a){18}c");
        var value = "a".repeat(200) + "b.example";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(warns(list, IndicatorType.DOMAIN, value)).isTrue());
    }

    @Test
    void aListIsAboutTheValuesItNames() {
        var list = new Matcher(Kind.STRING, EnumSet.of(IndicatorType.URL), List.of("x.example"));
        assertThat(warns(list, IndicatorType.DOMAIN, "x.example")).isFalse();
    }

    @Test
    void aFileOfMispIsRead() {
        var file = read("""
                {"name": "Test", "version": 20260701, "type": "cidr", "matching_attributes": ["ip-dst|port", "url"],
                 "list": ["198.51.100.0/24", "no network", 5]}""");
        assertThat(file.types()).containsExactlyInAnyOrder(IndicatorType.IPV4, IndicatorType.IPV6, IndicatorType.URL);
        assertThat(file.entries()).containsExactly("198.51.100.0/24");
        assertThat(file.leftOut()).isEqualTo(2);
        assertThat(read("{\"name\": \"T\", \"type\": \"string\", \"list\": [\"x\"]}")
                        .types())
                .containsAll(EnumSet.allOf(IndicatorType.class));
    }

    @Test
    void whatIsNoListIsRefusedInWords() {
        refused("", "warning.file.size");
        refused("{", "warning.file.not-json");
        refused("[".repeat(50), "warning.file.not-json");
        refused("[]", "warning.file.not-a-list");
        refused("{\"name\": \"x\", \"list\": []}", "warning.file.empty");
        refused("{\"name\": \"x\", \"type\": \"magic\", \"list\": [\"a\"]}", "warning.file.kind");
        refused("{\"name\": \"x\", \"type\": \"regex\", \"list\": [\"(\"]}", "warning.file.empty");
    }

    @Test
    void theListsOfTheReleaseAreGood() {
        var lists = new ShippedLists(false, true);
        assertThat(lists.lists())
                .hasSize(5)
                .allSatisfy(list -> assertThat(list.leftOut()).isZero());
        assertThat(lists.matchers().stream()
                        .filter(each -> warns(each.matcher(), IndicatorType.IPV4, "192.168.4.5")
                                || warns(each.matcher(), IndicatorType.DOMAIN, "www.example.com")
                                || warns(each.matcher(), IndicatorType.DOMAIN, "co.jp")
                                || warns(each.matcher(), IndicatorType.MD5, "d41d8cd98f00b204e9800998ecf8427e")
                                || warns(each.matcher(), IndicatorType.IPV4, "203.0.113.0/25")))
                .hasSize(5);
        assertThat(new ShippedLists(true, true).lists())
                .as("the demo's Internet")
                .hasSize(3);
    }

    private static void refused(String text, String key) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static WarningFile read(String text) {
        return WarningFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Matcher list(Kind kind, String... entries) {
        var fit = List.of(entries).stream()
                .flatMap(entry -> Matcher.entry(kind, entry).stream())
                .toList();
        return new Matcher(kind, EnumSet.allOf(IndicatorType.class), fit);
    }

    private static boolean warns(Matcher list, IndicatorType type, String value) {
        return list.matches(type, value, new Budget());
    }
}
