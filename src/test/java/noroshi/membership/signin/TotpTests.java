package noroshi.membership.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import noroshi.shared.RuleBroken;
import org.junit.jupiter.api.Test;

class TotpTests {
    private static final Totp RFC = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void theCodesAreThoseOfRfc6238() {
        assertThat(RFC.code(59 / 30)).isEqualTo("287082");
        assertThat(RFC.code(1111111109L / 30)).isEqualTo("081804");
        assertThat(RFC.code(20000000000L / 30)).isEqualTo("353130");
    }

    @Test
    void theTextFormCanBeReadBack() {
        assertThat(RFC.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.parse(RFC.text()).key()).isEqualTo(RFC.key());
        for (int i = 0; i < 100; i++) {
            var key = Totp.random();
            assertThat(Totp.parse(key.text()).key()).isEqualTo(key.key());
        }
    }

    @Test
    void aShortOrStrangeKeyIsRefused() {
        assertThatThrownBy(() -> Totp.parse("GEZDGNBV")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> Totp.parse("1".repeat(32))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> Totp.parse(RFC.text() + "A")).isInstanceOf(RuleBroken.class);
    }

    @Test
    void oneStepOfToleranceOnEachSide() {
        var now = Instant.ofEpochSecond(1_000_000_000L);
        var step = now.getEpochSecond() / 30;
        assertThat(RFC.step(RFC.code(step - 1), now)).hasValue(step - 1);
        assertThat(RFC.step(RFC.code(step), now)).hasValue(step);
        assertThat(RFC.step(RFC.code(step + 1), now)).hasValue(step + 1);
        assertThat(RFC.step(RFC.code(step - 2), now)).isEmpty();
        assertThat(RFC.step(RFC.code(step + 2), now)).isEmpty();
        assertThat(RFC.step("", now)).isEmpty();
    }
}
