package noroshi.membership.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import noroshi.shared.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTests {
    @ParameterizedTest
    @ValueSource(strings = {"烽火台の見張りは夜明け前に交代する", "correct horse battery staple", "aWq83nvX02plMz-"})
    void aLongOneOfAnyKindOfLettersIsGood(String password) {
        assertThatCode(() -> PasswordRule.check(password, "mika")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "fourteen-chars",
                "aaaaaaaaaaaaaaaaaa",
                "abababababababab",
                "passwordpassword1",
                "mikamikamikamika1",
                "Password1234567890",
                "noroshi-tokyo2020"
            })
    void aShortOrCommonOneIsRefused(String password) {
        assertThatThrownBy(() -> PasswordRule.check(password, "mika")).isInstanceOf(RuleBroken.class);
    }

    @Test
    void aHugeOneIsRefusedBeforeItCostsAnything() {
        assertThatThrownBy(() -> PasswordRule.check("ab1cd2".repeat(1000), "mika"))
                .isInstanceOf(RuleBroken.class);
    }
}
