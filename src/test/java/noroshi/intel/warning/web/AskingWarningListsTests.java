package noroshi.intel.warning.web;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.intel.life.Asked;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What warning lists say of values that were pasted. */
@WholeHouse
class AskingWarningListsTests {
    @Autowired
    MockMvcTester mvc;

    private MvcTestResult pasted(String q) {
        return mvc.post()
                .uri("/intel/warnings/look")
                .with(as(MIKA))
                .param("q", q)
                .exchange();
    }

    @Test
    void aFewWordsGoOnAsALink() {
        assertThat(pasted("odd.example"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/intel/warnings?q=odd.example");
        for (var address : new String[] {"/intel/warnings", "/intel/warnings/look"}) {
            assertThat(mvc.get().uri(address).param("q", "odd.example").with(as(MIKA)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("method=\"post\" action=\"/intel/warnings/look\"", "odd[.]example");
        }
    }

    @Test
    void moreThanAnAddressHoldsIsAnsweredAndTheRestOffered() {
        var hashes =
                IntStream.range(0, Asked.MOST + 2).mapToObj("%064x"::formatted).collect(Collectors.joining("\n"));
        assertThat(pasted(hashes))
                .hasStatusOk()
                .bodyText()
                .contains("<code class=\"intel-value\">%064x</code>".formatted(Asked.MOST - 1))
                .doesNotContain("<code class=\"intel-value\">%064x</code>".formatted(Asked.MOST))
                .contains("value=\"%064x %064x\"".formatted(Asked.MOST, Asked.MOST + 1), "残り2件を調べる");
    }

    @Test
    void tooMuchIsToldAndKept() {
        assertThat(pasted("x".repeat(Asked.LONGEST) + " 最後の行"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("最後の行", "一度に調べられるのは");
    }
}
