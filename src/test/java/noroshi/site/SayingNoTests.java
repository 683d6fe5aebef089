package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Refusals and faults, for people and for machines. */
@SpringBootTest(classes = SampleSite.class)
@AutoConfigureMockMvc
class SayingNoTests {
    private static final String ESSAY = "とても長く考えて書いた文章 <b>です</b>";

    @Autowired
    MockMvcTester mvc;

    @Test
    void notThereAndNotYoursAreTheSamePage() {
        var notYours = body("/sample/things/0d3ac8b5-9a0f-4c0e-9b5f-2f3f9f8f6a11");
        assertThat(notYours)
                .contains("見つかりません")
                .isEqualTo(body("/sample/things/7a5f0e6c-6d0c-4a34-8f5f-6a5c3b8f0c22"))
                .isEqualTo(body("/sample/things/not-an-id"))
                .isEqualTo(body("/sample/things/"));
        assertThat(mvc.get().uri("/sample/things/not-an-id")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aRoleThatDoesNotSufficeIsToldSo() {
        assertThat(mvc.get().uri("/sample/forbidden"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("この操作はできません", "class=\"shell\"");
    }

    @Test
    void aBrokenRuleIsNamedAndWhatWasTypedIsGivenBack() {
        assertThat(mvc.post()
                        .uri("/sample/rule")
                        .with(csrf())
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("body", ESSAY)
                        .param("password", "correct horse battery"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ページの指定が正しくありません", "とても長く考えて書いた文章 &lt;b&gt;です&lt;/b&gt;")
                .doesNotContain("correct horse");
    }

    @Test
    void shortWordsAreGivenBackAndChoicesAreNot() {
        assertThat(mvc.post()
                        .uri("/sample/rule")
                        .with(csrf())
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("title", "停電")
                        .param("tlp", "AMBER")
                        .param("audience", "community:0d3ac8b5-9a0f-4c0e-9b5f-2f3f9f8f6a11"))
                .bodyText()
                .contains("停電")
                .doesNotContain(">AMBER", "0d3ac8b5");
        assertThat(mvc.post()
                        .uri("/sample/rule")
                        .with(csrf())
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("tlp", "AMBER"))
                .bodyText()
                .doesNotContain("typed__text");
    }

    @Test
    void anotherSitesWordsAreNeverShownAsTheReaders() {
        assertThat(mvc.post().uri("/sample/rule").with(csrf()).param("body", ESSAY))
                .bodyText()
                .doesNotContain("とても長く考えて");
    }

    @Test
    void theWrongMethodIsNamedWithTheRightOnes() {
        assertThat(mvc.delete().uri("/sample").with(csrf()))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                .hasHeader("Allow", "GET");
    }

    @Test
    void aFaultHasAReferenceNumberAndNoDetails() {
        assertThat(mvc.get().uri("/sample/fault"))
                .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                .bodyText()
                .containsPattern("<code>E-[0-9A-F]{8}</code>")
                .doesNotContain("a bug", "IllegalState", "class=\"shell\"");
    }

    @Test
    void machinesGetAProblem() {
        assertThat(mvc.get().uri("/sample/forbidden").accept("application/json"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("この操作はできません");
        assertThat(mvc.get().uri("/api/v1/nothing"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasContentType("application/problem+json");
    }

    @Test
    void askingForTheErrorPageByNameFindsNothing() {
        assertThat(mvc.get().uri("/error")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(mvc.post().uri("/sample/rule").param("body", ESSAY)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private String body(String path) {
        var answer = mvc.get().uri(path).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(name=\"(?:_csrf|_page|back)\" value=\")[^\"]*", "$1");
    }
}
