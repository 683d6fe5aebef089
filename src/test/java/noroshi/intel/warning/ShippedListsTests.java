package noroshi.intel.warning;

import static org.assertj.core.api.Assertions.assertThat;

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
}
