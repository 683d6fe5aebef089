package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the library takes a bundle whole. */
public final class StixCheck {
    private StixCheck() {}

    /** An id that the source gave twice for different things is its own mistake, and told to it. */
    public static void everythingIsTaken(byte[] bundle) {
        assertThat(BundleReader.read(bundle))
                .isInstanceOfSatisfying(
                        BundleReading.Taken.class,
                        taken -> assertThat(taken.refused())
                                .filteredOn(refused -> !refused.reason().key().equals("intel.object.contradiction"))
                                .isEmpty());
    }
}
