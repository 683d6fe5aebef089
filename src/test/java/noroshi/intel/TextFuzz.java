package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Values among words: what is found is spelled canonically, so that it is the same value wherever it is found again. */
public final class TextFuzz {
    private static final Set<IndicatorType> SPELLED = Set.of(
            IndicatorType.DOMAIN, IndicatorType.IPV4, IndicatorType.IPV6, IndicatorType.URL, IndicatorType.EMAIL);

    private TextFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        for (var form : TextValues.in(new String(input, StandardCharsets.UTF_8))) {
            if (SPELLED.contains(form.type())) {
                assertThat(Spelling.form(form.value())).contains(form);
            }
            assertThat(form.type().harmless(form.value())).isNotEmpty();
            assertThat(Located.of(form.type(), form.value())).isNotNull();
        }
    }
}
