package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A search can be kept and done again; it is nobody else's. */
@WholeHouse
class KeepingSearchesTests {
    @Autowired
    SavedSearches searches;

    @Autowired
    MockMvcTester mvc;

    @Test
    void aSearchIsKeptUnderItsNameForOneself() {
        assertThat(mvc.post()
                        .uri("/search/saved")
                        .param("q", "改札 & 走査=1")
                        .param("since", "week")
                        .param("name", "改札まわり")
                        .with(as(MIKA)))
                .hasStatus(303);
        var kept = searches.mine(MIKA).stream()
                .filter(each -> each.name().equals("改札まわり"))
                .findFirst()
                .orElseThrow();

        assertThat(kept.query()).contains("since=week").doesNotContain("改札 & ");
        assertThat(mvc.get().uri("/search").with(as(MIKA))).bodyText().contains("改札まわり");
        assertThat(mvc.get().uri("/search").with(as(OTTO))).bodyText().doesNotContain("改札まわり");
        assertThat(searches.mine(OTTO)).isEmpty();
        searches.forget(kept.id(), OTTO);
        assertThat(searches.mine(MIKA)).contains(kept);
        searches.forget(kept.id(), MIKA);
        assertThat(searches.mine(MIKA)).doesNotContain(kept);
    }

    @Test
    void theSameNameMeansTheNewSearchAndNothingTypedIsLost() {
        searches.keep("毎朝", "q=a", MIKA);
        searches.keep("毎朝", "q=b", MIKA);
        assertThat(searches.mine(MIKA))
                .filteredOn(each -> each.name().equals("毎朝"))
                .extracting(SavedSearch::query)
                .containsExactly("q=b");
        assertThatThrownBy(() -> searches.keep(" ", "q=a", MIKA)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> searches.keep("空", "", MIKA)).isInstanceOf(RuleBroken.class);
        assertThat(mvc.post()
                        .uri("/search/saved")
                        .param("q", "残る言葉")
                        .param("name", " ")
                        .with(as(MIKA)))
                .hasStatus(422)
                .bodyText()
                .contains("残る言葉");
    }
}
