package noroshi.intel.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.intel.pattern.Comparison.Operator;
import noroshi.intel.pattern.PatternReading.NotUnderstood;
import noroshi.intel.pattern.PatternReading.Problem;
import noroshi.intel.pattern.PatternReading.Slip;
import noroshi.intel.pattern.PatternReading.Understood;
import noroshi.testing.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingPatternsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ipv4-addr:value = '198.51.100.1']",
                "[ipv4-addr:value == '198.51.100.1' OR ipv4-addr:value = '198.51.100.2']",
                "[file:size > 25 AND file:size <= +5000] FOLLOWEDBY [process:name NOT LIKE 'cmd%']",
                "([a:b = 1] AND [c:d = 2]) WITHIN 300 SECONDS",
                "[a:b = 'x'] REPEATS 5 TIMES WITHIN 1.5 SECONDS",
                "[a:b = 'x'] START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00.123456Z'",
                "[file:hashes.'SHA-256' = 'abc' AND file:name MATCHES '^a\\\\.exe$']",
                "[file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0]",
                "[network-traffic:protocols[0] = 'tcp' AND network-traffic:src_ref.value ISSUBSET '198.51.100.0/24']",
                "[ipv4-addr:value ISSUPERSET '198.51.100.0/30']",
                "[process:pid IN (1, -2, 3) OR a:b NOT IN ('x', 'y')]",
                "[a:b IN ()]",
                "[EXISTS file:name AND NOT EXISTS file:size]",
                "[artifact:payload_bin = b'aGVsbG8=' OR file:magic_number_hex = h'FFd8']",
                "[a:flag = true AND a:other != false AND a:third <> -0.5]",
                "[a:b = 'it\\'s' /* why */] // the end",
                "[(a:b = 1 OR a:c = 2) AND (a:d = .5)]",
                "([a:b=1]OR([c:d=2]FOLLOWEDBY[e:f=3]))REPEATS 2 TIMES",
                "[x-product:events[-1]['name'] = t'2026-01-01T00:00:00Z']"
            })
    void everyFormOfTheGrammarIsUnderstood(String pattern) {
        assertThat(PatternReader.read(pattern)).isInstanceOf(Understood.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '"',
            value = {
                "\"\" ¦ UNEXPECTED_END ¦ 0",
                "[a:b = 'x' ¦ UNEXPECTED_END ¦ 10",
                "[a:b = 'x ¦ TEXT_NOT_CLOSED ¦ 7",
                "[a:b = 'x\\n'] ¦ BAD_LITERAL ¦ 9",
                "a:b = 'x' ¦ UNEXPECTED ¦ 0",
                "[a = 'x'] ¦ UNEXPECTED ¦ 3",
                "[a:b 'x'] ¦ UNEXPECTED ¦ 5",
                "[a:b = x] ¦ UNEXPECTED ¦ 7",
                "[a:b > true] ¦ UNEXPECTED ¦ 7",
                "[a:b LIKE 5] ¦ UNEXPECTED ¦ 10",
                "[a:b = 'x'] and [a:b = 'y'] ¦ UNEXPECTED ¦ 12",
                "[a:b = 'x'] AND ¦ UNEXPECTED_END ¦ 15",
                "[a:b = h'F'] ¦ BAD_LITERAL ¦ 7",
                "[a:b = b'?'] ¦ BAD_LITERAL ¦ 7",
                "[a:b = t'yesterday'] ¦ BAD_LITERAL ¦ 7",
                "[a:b = 007] ¦ BAD_LITERAL ¦ 7",
                "[a:b[1.5] = 7] ¦ BAD_LITERAL ¦ 5",
                "[a:b = 1] REPEATS 0 TIMES ¦ BAD_LITERAL ¦ 18",
                "[a:b = 1] REPEATS 1.5 TIMES ¦ BAD_LITERAL ¦ 18",
                "[a:b = 1] WITHIN -5 SECONDS ¦ BAD_LITERAL ¦ 17",
                "[a:b = 1] START t'2026-01-02T00:00:00Z' STOP t'2026-01-01T00:00:00Z' ¦ BAD_PERIOD ¦ 16",
                "[a:b = 1] /* open ¦ UNEXPECTED_END ¦ 17",
                "[a:b # 1] ¦ UNEXPECTED ¦ 5",
                "[NOT a:b = 1] ¦ UNEXPECTED ¦ 5"
            })
    void whatTheGrammarForbidsIsRefusedAtItsPlace(String pattern, Problem problem, int position) {
        assertThat(PatternReader.read(pattern)).isInstanceOfSatisfying(NotUnderstood.class, refused -> {
            assertThat(refused.problem()).isEqualTo(problem);
            assertThat(refused.position()).isEqualTo(position);
        });
    }

    @Test
    void andBindsTighterThanOrAndOrTighterThanFollowedBy() {
        var pattern = understood("[a:a=1] OR [b:b=2] AND [c:c=3] FOLLOWEDBY [d:d=4]");
        assertThat(pattern).isInstanceOfSatisfying(Observation.Joined.class, joined -> {
            assertThat(joined.operator()).isEqualTo(Observation.Operator.FOLLOWEDBY);
            assertThat(joined.parts().getFirst()).isInstanceOfSatisfying(Observation.Joined.class, or -> {
                assertThat(or.operator()).isEqualTo(Observation.Operator.OR);
                assertThat(or.parts().getLast())
                        .isInstanceOfSatisfying(
                                Observation.Joined.class,
                                and -> assertThat(and.operator()).isEqualTo(Observation.Operator.AND));
            });
        });
    }

    @Test
    void literalsKeepTheirKindAndEscapesAreResolved() {
        var test = (Comparison.Test) ((Observation.Single) understood(
                        "[a:b IN ('it\\'s \\\\ ok', 7, -1.50, true, h'FF', b'aGk=', t'2026-01-01T00:00:00.5Z')]"))
                .test();
        assertThat(test.operator()).isEqualTo(Operator.IN);
        assertThat(test.values())
                .isEqualTo(List.of(
                        new Literal.Text("it's \\ ok"),
                        new Literal.Whole(BigInteger.valueOf(7)),
                        new Literal.Fraction(new BigDecimal("-1.50")),
                        new Literal.Flag(true),
                        new Literal.Hex("ff"),
                        new Literal.Binary("aGk="),
                        new Literal.Moment(Instant.parse("2026-01-01T00:00:00.5Z"))));
    }

    @Test
    void mistakesWithACertainMeaningAreAcceptedAndNamed() {
        assertThat(PatternReader.read("[file:hashes.SHA-256 = 'a' AND url:value = 'b']"))
                .isInstanceOfSatisfying(
                        Understood.class,
                        understood ->
                                assertThat(understood.slips()).containsExactly(Slip.UNQUOTED_HYPHEN, Slip.MIXED_TYPES));
    }

    @Test
    void hostilePatternsEndWithinTheBudget() {
        assertThat(problem("(".repeat(100_000))).isEqualTo(Problem.TOO_MANY_PARTS);
        assertThat(problem("(".repeat(1_000))).isEqualTo(Problem.TOO_DEEP);
        assertThat(problem("[" + "(".repeat(1_000))).isEqualTo(Problem.TOO_DEEP);
        assertThat(problem("[a:b" + "[*]".repeat(1_000) + " = 1]")).isEqualTo(Problem.TOO_DEEP);
        assertThat(problem("[a:b = 1]" + " REPEATS 2 TIMES".repeat(1_000))).isEqualTo(Problem.TOO_DEEP);
        assertThat(problem("[a:b = " + "9".repeat(200_000) + "]")).isEqualTo(Problem.BAD_LITERAL);
        assertThat(problem("[a:b = '" + "x".repeat(300_000) + "']")).isEqualTo(Problem.TOO_LONG);
    }

    @Test
    void theWorkGrowsWithTheLengthOnly() {
        var longest = "[a:b = 1" + " OR a:b = 1.5".repeat(7_000) + "]";
        var effort = Effort.begun();
        assertThat(PatternReader.read(longest)).isInstanceOf(Understood.class);
        assertThat(effort.soFar()).isLessThan(Duration.ofSeconds(1));
    }

    private static Observation understood(String pattern) {
        return ((Understood) PatternReader.read(pattern)).pattern();
    }

    private static Problem problem(String pattern) {
        return ((NotUnderstood) PatternReader.read(pattern)).problem();
    }
}
