package noroshi.intel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would cost far more than its size is refused before the library reads it. */
class BoundingMailTests {
    private static final String MIXED =
            "From: a@partner.example\nSubject: fox\nContent-Type: multipart/mixed; boundary=b\n\n";
    private static final int MANY = 500_000;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x\r--b\r%a:\r", "x\r--b\n%a:\n", "--b\r\r\n%a:\r\r\n", "%--b\r\r", "%--b\r\r\n", "--b\n%a:\n"})
    void whateverEndsItsLines(String body) {
        var parts = body.split("%", 2);
        var mail = bytes(MIXED + parts[0] + parts[1].repeat(MANY));
        assertThat(Contents.bearable(mail)).isFalse();
        assertThatThrownBy(() -> Contents.of(mail)).isInstanceOf(Contents.TooMany.class);
    }

    @Test
    void anAttachedMailWithVeryManyPartsIsNotLookedInto() {
        assertThat(Contents.bearable(bytes(MIXED + "--b\n\n".repeat(2_000)))).isFalse();
        assertThat(Contents.bearable(bytes(" ".repeat(100) + "\n" + MIXED + "--b\n\n".repeat(2_000))))
                .isFalse();
        assertThat(Contents.bearable(bytes(MIXED + "--b\n\n".repeat(200)))).isTrue();
    }

    @Test
    void norOneWithAMailInItWhoseHeadIsLong() {
        var inside = "--b\nContent-Type: message/rfc822\n\n";
        assertThat(Contents.bearable(bytes(MIXED + inside + "a:\n".repeat(MANY))))
                .isFalse();
        assertThat(Contents.bearable(bytes(MIXED + inside + ("x".repeat(76) + "\n").repeat(130_000))))
                .as("10 MB as mail carries it")
                .isTrue();
    }

    @Test
    void aListIsNoMailWhateverItsLinesBeginWith() {
        assertThat(Contents.bearable(bytes("-- blocked\n" + "fox.example\n".repeat(MANY))))
                .isTrue();
        assertThat(Contents.bearable(bytes("fox.example\r".repeat(MANY)))).isTrue();
    }

    @Test
    void aFewReturnsAloneAreBorne() throws Exception {
        var words =
                Contents.of(bytes("From: a@partner.example\n\none\rtwo\r\n")).words();
        assertThat(words).isEqualTo("one\rtwo\r\n");
    }
}
