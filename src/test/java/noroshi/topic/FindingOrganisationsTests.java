package noroshi.topic;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import noroshi.membership.NewOrganisation;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Search leads to organisations by name, as far as the directory shows them, and says what it needs. */
@WholeHouse
class FindingOrganisationsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organisations organisations;

    private MvcTestResult search(String query, Actor actor) {
        return mvc.get().uri("/search?" + query).with(as(actor)).exchange();
    }

    @Test
    void anOrganisationIsFoundByItsNameInEitherLanguageAndItsCode() {
        for (var words : new String[] {"東都鉄道", "toto rail", "railway"}) {
            assertThat(search("q=" + words, NOOR))
                    .hasStatusOk()
                    .bodyText()
                    .contains("id=\"organisations\"", "東都鉄道</a>", "/directory?q=%E6%9D%B1%E9%83%BD");
        }
        assertThat(search("q=nobody-is-called-this", NOOR))
                .bodyText()
                .contains("href=\"/directory?q=nobody-is-called-this\"")
                .doesNotContain("id=\"organisations\"");
        assertThat(search("q=%25", NOOR)).bodyText().doesNotContain("id=\"organisations\"");
    }

    @Test
    void aStrangerFindsOnlyWhatTheDirectoryShows() {
        var hidden = organisations.found(
                new NewOrganisation("hidden-away", "人知れず会", "Hidden Away", Organisation.Part.MEMBER, ""), ADA);
        organisations.move(hidden, Organisation.Status.ACTIVE, "試験", ADA);
        assertThat(search("q=人知れず会", ADA)).bodyText().contains("id=\"organisations\"");
        assertThat(search("q=人知れず会", OTTO)).bodyText().doesNotContain("id=\"organisations\"");
        organisations.move(hidden, Organisation.Status.SUSPENDED, "試験", ADA);
        assertThat(search("q=人知れず会", ADA)).bodyText().doesNotContain("id=\"organisations\"");
    }

    @Test
    void filtersWithoutWordsSayWhatToDo() {
        assertThat(search("kind=QUESTION&tlp=GREEN", MIKA))
                .hasStatusOk()
                .bodyText()
                .contains("さがす言葉を入れてください", "href=\"/topics?kind=QUESTION\"", "2 件指定中");
        assertThat(search("", MIKA)).bodyText().doesNotContain("さがす言葉を入れてください");
    }

    @Test
    void resultsComeBeforeTheFiltersAndSavedSearches() {
        assertThat(search("q=tetsudo", MIKA))
                .bodyText()
                .containsSubsequence("<details class=\"fold\">", "id=\"results\"", "id=\"saved\"");
        assertThat(search("", MIKA)).bodyText().contains("<details class=\"fold\" open>");
    }
}
