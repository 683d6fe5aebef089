package noroshi.intel.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Patterns: understood, or not understood at a place that exists. */
public final class PatternFuzz {
    private PatternFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        if (PatternReader.read(text) instanceof PatternReading.NotUnderstood(var problem, var position, var near)) {
            assertThat(problem).isNotNull();
            assertThat(position).isBetween(0, text.length());
            assertThat(near).isNotNull();
        }
    }
}
