package noroshi.intel.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.intel.IndicatorType;
import org.junit.jupiter.api.Test;

class ShippedListsTests {
    @Test
    void twoOfThemNameExamplesAndAreLeftAwayInTheDemoWorld() {
        assertThat(new ShippedLists(false, true).lists())
                .hasSize(5)
                .filteredOn(list -> ShippedLists.ofExamples(list.id()))
                .extracting(WarningList::name)
                .containsExactly("Names for documentation and tests", "Addresses for documentation");
        assertThat(new ShippedLists(true, true).lists())
                .hasSize(3)
                .noneMatch(list -> ShippedLists.ofExamples(list.id()));
    }

    @Test
    void namesUnderWhichAnybodyRegistersAreNamedAndNotWhatIsBeneath() {
        for (var shared :
                List.of("co.jp", "tokyo.jp", "osaka.jp", "okinawa.jp", "kobe.jp", "workers.dev", "pages.dev")) {
            assertThat(warned(shared)).as(shared).isTrue();
            assertThat(warned("evil." + shared)).isFalse();
        }
    }

    private static boolean warned(String name) {
        return new ShippedLists(true, true)
                .matchers().stream().anyMatch(list -> list.matcher().matches(IndicatorType.DOMAIN, name, new Budget()));
    }
}
