package noroshi.intel.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import noroshi.shared.RuleBroken;
import noroshi.testing.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is dropped is read or refused in words, within a bounded time. */
class RefusingDropsTests {
    private final DropReader reader = new DropReader(Clock.systemUTC());

    private Drop read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8), Wish.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "[[[[",
                "nothing",
                "{\"Event\": 5}",
                "{\"a\": 1, \"a\": 2}",
                "{\"Event\": {\"info\": 5}}",
                "PK\u0003\u0004\u0000\u0000",
                "a,b\n\"c,d\n",
                "From: \r\nSubject: \r\n\r\n"
            })
    void whatHoldsNothingIsRefusedInWords(String odd) {
        assertThatThrownBy(() -> read(odd))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refusal -> assertThat(refusal.key())
                                .satisfiesAnyOf(
                                        key -> assertThat(key).startsWith("drop."),
                                        key -> assertThat(key).startsWith("enquiry.mail")));
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> reader.read(new byte[0], Wish.NONE)).hasMessageContaining("drop.size");
        assertThatThrownBy(() -> reader.read(new byte[DropReader.LARGEST + 1], Wish.NONE))
                .hasMessageContaining("drop.size");
        assertThatThrownBy(() -> read("[".repeat(100_000))).hasMessageContaining("drop.json-too-much");
        assertThatThrownBy(() -> read("{\"a\":".repeat(50_000))).hasMessageContaining("drop.json-too-much");
        var many = new StringBuilder();
        for (var i = 0; i < Reading.MOST + 1; i++) {
            many.append("h").append(i).append(".example\n");
        }
        assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("drop.too-many");
        assertThatThrownBy(() -> read("""
                {"5f1c2f3e-0000-4000-8000-000000000001": {"info": "x", "timestamp": "1"}}""")).hasMessageContaining("drop.manifest");
    }

    @Test
    void longWordsTakeNoLongTime() {
        for (var piece :
                List.of("a.", "http://", "[.]", "a@", "1:", "(at", "\\.", "h**p", "a|", "\"", "evil.example,")) {
            var effort = Effort.begun();
            try {
                read(piece.repeat(1_000_000 / piece.length()));
            } catch (RuleBroken refused) {
                assertThat(refused.key()).startsWith("drop.");
            }
            assertThat(effort.soFar()).as(piece).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void changedBytesAreReadOrRefused() {
        var random = new Random(11);
        var seed = ReadingDropsTests.EVENT.getBytes(StandardCharsets.UTF_8);
        for (int n = 0; n < 3_000; n++) {
            var mutated = seed.clone();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(reader.read(mutated, Wish.NONE)).isNotNull();
            } catch (RuleBroken refused) {
                assertThat(refused.key()).matches("(?:drop|enquiry\\.mail)\\..*");
            }
        }
    }
}
