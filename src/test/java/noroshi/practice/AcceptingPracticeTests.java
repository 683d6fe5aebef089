package noroshi.practice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.MatterKind;
import noroshi.desk.Telling;
import noroshi.shared.RuleBroken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who practises learns what the desk refuses. */
class AcceptingPracticeTests {
    @ParameterizedTest
    @CsvSource(textBlock = """
            ' ',                 1,   desk.title-missing
            '\u200B\u3164',      1,   topic.title-missing
            '報告\u202Efdp.exe', 1,   topic.title-turns
            長,                  201, topic.title-too-long
            """)
    void aTitleThatTheDeskWouldRefuseIsRefusedHereToo(String title, int times, String rule) {
        assertThatThrownBy(() -> new NewPractice(
                        UUID.randomUUID(),
                        MatterKind.CONSULTATION,
                        title.repeat(times),
                        new Telling("棚卸しの手順を知りたい。", Map.of()),
                        Telling.NOTHING,
                        Telling.NOTHING,
                        Optional.empty(),
                        false,
                        false,
                        Set.of()))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining(rule);
    }
}
