package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import noroshi.shared.RuleBroken;

/** Bundles and envelopes: what is taken lies within what was given. */
public final class BundleFuzz {
    private BundleFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (BundleReader.read(input) instanceof BundleReading.Taken taken) {
            assertThat(taken.objects()).allSatisfy(object -> {
                assertThat(object.raw().length()).isPositive();
                assertThat(object.raw().offset() + object.raw().length())
                        .isLessThanOrEqualTo(object.raw().file().length);
            });
        }
        try {
            for (var object : ReceivedEnvelope.read(input).objects()) {
                if (object instanceof Received.Fit fit) {
                    assertThat(fit.offset() + fit.length()).isLessThanOrEqualTo(input.length);
                }
            }
        } catch (RuleBroken refused) {
            assertThat(refused.key()).startsWith("intel.");
        }
    }
}
