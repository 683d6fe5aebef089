package noroshi.intel.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

/** A sensor's rule keeps its number for as long as its value is in the list, whatever else comes and goes. */
class NumberingRulesTests {
    private static final Instant AT = Instant.parse("2026-07-01T00:00:00Z");
    private static final Pattern RULE = Pattern.compile("\"\\.?([a-z0-9.-]+)\"; nocase; endswith; sid:(\\d+);");

    private static Line line(IndicatorType type, String text) {
        return new Line(new UUID(0, 1), type, text, 80, Tlp.GREEN, AT, AT, List.of(), List.of(), false);
    }

    private static Selection selection(List<Line> lines) {
        return new Selection(lines, Tlp.GREEN, 0, AT);
    }

    private static Map<String, Long> numbers(List<Line> lines) {
        var numbers = new HashMap<String, Long>();
        var rules = RULE.matcher(Suricata.rules(selection(lines)));
        while (rules.find()) {
            numbers.put(rules.group(1), Long.parseLong(rules.group(2)));
        }
        return numbers;
    }

    @Test
    void aRuleKeepsItsNumberWhateverElseLeaves() {
        var all = IntStream.range(0, 20_000)
                .mapToObj(n -> line(IndicatorType.DOMAIN, "n" + n + ".example"))
                .toList();
        var whole = numbers(all);
        assertThat(whole).hasSize(all.size());
        assertThat(whole.values()).doesNotHaveDuplicates().allMatch(number -> number < Integer.MAX_VALUE);
        var half = numbers(
                all.stream().filter(line -> line.text().hashCode() % 2 == 0).toList());
        assertThat(half.size()).isBetween(1_000, 19_000);
        assertThat(whole).containsAllEntriesOf(half);
    }

    @Test
    void whatTravelsEncryptedHasNoRuleAndIsCounted() {
        var rules = Suricata.rules(selection(List.of(
                line(IndicatorType.URL, "http://one.example/a"), line(IndicatorType.URL, "https://two.example/b"))));
        assertThat(rules)
                .contains("one.example", "# left out: 1 https addresses")
                .doesNotContain("two.example");
        assertThat(Suricata.rules(selection(List.of(line(IndicatorType.URL, "http://one.example/a")))))
                .doesNotContain("left out");
    }

    private static String rules(String... urls) {
        return Suricata.rules(selection(java.util.Arrays.stream(urls)
                .map(url -> line(IndicatorType.URL, url))
                .toList()));
    }

    @Test
    void aRuleLooksForWhatAClientSends() {
        assertThat(rules("http://one.example/a?b=c#top"))
                .contains("; http.uri; content:\"/a|3f|b|3d|c\"; startswith")
                .doesNotContain("|23|");
        assertThat(rules("http://one.example/a%20b")).contains("; http.uri.raw; content:\"/a|25|20b\"; startswith");
        assertThat(rules("http://one.example/\u3042")).contains("; http.uri.raw; content:\"/|25|E3|25|81|25|82\"");
        assertThat(rules("http://one.example/a//b")).contains("; http.uri.raw; content:\"/a//b\"");
        assertThat(rules("http://one.example?a=/b")).contains("; http.uri; content:\"/|3f|a|3d|/b\"");
        assertThat(rules("http://one.example#/b")).contains("; http.uri; content:\"/\"; startswith");
    }

    @Test
    void whatNoRuleCanMatchHasNoneAndIsCountedByReason() {
        var rules = rules(
                "http://one.example/a",
                "ftp://two.example/b",
                "sftp://two.example/b",
                "http://three.example/" + "c".repeat(300));
        assertThat(rules)
                .contains("# left out: 2 addresses of other kinds than http\n")
                .contains("# left out: 1 addresses longer than a rule can hold\n")
                .contains("one.example")
                .doesNotContain("two.example")
                .doesNotContain("three.example");
        var line = line(IndicatorType.URL, "ftp://two.example/b");
        assertThat(Suricata.hasRule(line)).isFalse();
    }
}
