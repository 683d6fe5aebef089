package noroshi.intel.warning.web;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.intel.life.Asked;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What warning lists say of values that were pasted. */
@WholeHouse
class AskingWarningListsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    WarningLists warnings;

    @Autowired
    Environment environment;

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
    void whoMayLoadAListSeesHowMuchItNames() throws Exception {
        var file = "{\"name\": \"counted values\", \"type\": \"string\", \"list\": [\"counted.example\"]}";
        var list = warnings.load(file.getBytes(StandardCharsets.UTF_8), ED).id();
        assertThat(line(ED)).contains("現在の値と照合中").doesNotContain("件に該当");
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var counted =
                        owner.prepareStatement("insert into intel.warning_count (list, named) values (?, 1234)")) {
            counted.setObject(1, list);
            counted.execute();
        }
        assertThat(line(ED)).contains("現在の値のうち1,234件に該当").doesNotContain("現在の値と照合中");
        assertThat(line(MIKA)).doesNotContain("現在の値");
        warnings.remove(list, ED);
    }

    /** Other lists of the house may be counted at the same time. */
    private String line(Actor actor) throws Exception {
        var page = page(actor);
        var from = page.indexOf("counted values");
        assertThat(from).isPositive();
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private String page(Actor actor) throws Exception {
        return mvc.get()
                .uri("/intel/warnings")
                .with(as(actor))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void tooMuchIsToldAndKept() {
        assertThat(pasted("x".repeat(Asked.LONGEST) + " 最後の行"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("最後の行", "一度に調べられるのは");
    }
}
