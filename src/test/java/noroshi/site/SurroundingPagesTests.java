package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What every page gets without asking. */
@SpringBootTest(classes = SampleSite.class)
@AutoConfigureMockMvc
class SurroundingPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void everyPageHasOneHeadingATitleAndALanguage() {
        for (var path : new String[] {"/sample", "/sample/topic", "/sample/stats", "/sample/form", "/menu"}) {
            var page = mvc.get().uri(path).exchange();
            assertThat(page).hasStatusOk().hasContentType("text/html;charset=UTF-8");
            assertThat(page).bodyText().containsOnlyOnce("<h1").contains("｜Noroshi 狼煙</title>", "<html lang=\"ja\"");
        }
    }

    @Test
    void navigationShowsWhatTheReaderMayUseAndWhereTheyAre() {
        assertThat(mvc.get().uri("/sample/topic"))
                .bodyText()
                .contains(
                        "href=\"/sample/topic\" aria-current=\"page\"",
                        "大会関係 全体",
                        "50+",
                        "title=\"新しい 50 件のうち 4 件が未読\"")
                .doesNotContain("/sample/hidden");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var path : new String[] {"/sample", "/sample/fault", "/nowhere", "/robots.txt", "/sample/forbidden"}) {
            assertThat(mvc.get().uri(path))
                    .headers()
                    .hasValue("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY_POLICY)
                    .hasValue("X-Content-Type-Options", "nosniff")
                    .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                    .hasValue("Cache-Control", "no-store");
        }
    }

    @Test
    void filesNeverExpireUnderTheirOwnHash() {
        var address = styleSheet();
        assertThat(mvc.get().uri(address))
                .hasStatusOk()
                .hasContentType("text/css;charset=UTF-8")
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .bodyText()
                .startsWith("/**")
                .contains("@layer reset, tokens", ".panel");
        assertThat(mvc.get().uri(address).header("Accept-Encoding", "gzip, br")).hasHeader("Content-Encoding", "gzip");
        assertThat(mvc.get().uri("/static/old/css/app.css")).hasStatusOk().hasHeader("Cache-Control", "no-cache");
        assertThat(mvc.get().uri("/static/old/css/none.css")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/static/old/../application.yaml")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aSentenceIsSaidOnceAfterAChange() {
        var answer = mvc.post()
                .uri("/sample/form")
                .with(csrf())
                .param("title", "題")
                .param("body", "文")
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/sample");
        var said = Objects.requireNonNull(answer.getResponse().getCookie(Notice.COOKIE));
        assertThat(mvc.get().uri("/sample").cookie(said))
                .bodyText()
                .containsPattern("role=\"status\">\\s*<svg[^>]*>.*</svg>\\s*<span>2ページ</span>");
    }

    @Test
    void aFormComesBackWithWhatWasTypedAndWhatIsWrong() {
        assertThat(mvc.post()
                        .uri("/sample/form")
                        .with(csrf())
                        .param("title", "二十文字をこえてしまう、とても長い表題です。")
                        .param("body", "")
                        .param("tlp", "RED"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "value=\"二十文字をこえてしまう、とても長い表題です。\"",
                        "<a href=\"#f-title\">20文字以内で入力してください</a>",
                        "id=\"f-body-error\">入力してください",
                        "aria-describedby=\"f-title-error f-title-hint\"",
                        "value=\"RED\" checked");
    }

    @Test
    void theLanguageIsAsTheBrowserAsksUntilTheReaderChooses() {
        assertThat(mvc.get().uri("/nowhere").header("X-Nobody", "1").header("Accept-Language", "en-GB"))
                .bodyText()
                .contains("<html lang=\"en\"", "Not found");
        assertThat(mvc.get()
                        .uri("/nowhere")
                        .header("X-Nobody", "1")
                        .header("Accept-Language", "en-GB")
                        .cookie(new Cookie("lang", "ja")))
                .bodyText()
                .contains("<html lang=\"ja\"", "見つかりません");
    }

    @Test
    void theChosenLanguageIsRememberedAndTheReaderComesBack() {
        assertThat(mvc.post()
                        .uri("/language")
                        .with(csrf())
                        .header("X-Nobody", "1")
                        .param("language", "en")
                        .param("back", "/sample/topic"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/sample/topic")
                .cookies()
                .hasValue("lang", "en");
        assertThat(mvc.post()
                        .uri("/language")
                        .with(csrf())
                        .header("X-Nobody", "1")
                        .param("language", "en")
                        .param("back", "//elsewhere.example"))
                .hasHeader("Location", "/");
    }

    @Test
    void theSwitchNeverLeadsWhereNothingCanBeAskedFor() {
        assertThat(mvc.get().uri("/sample/form?title=a&x=あ"))
                .bodyText()
                .contains("name=\"back\" value=\"/sample/form?title=a&amp;x=%E3%81%82\"")
                .doesNotContain("name=\"_from\"", "保存していない入力");
        for (var path : new String[] {"/sample/form", "/sample/rule"}) {
            assertThat(sent(path, "http://localhost/sample/form?title=a", ""))
                    .bodyText()
                    .contains("name=\"back\" value=\"/sample/form?title=a\"", "保存していない入力");
            assertThat(sent(path, "http://localhost/sample/form", "/sample/form?title=b"))
                    .as("sent once more")
                    .bodyText()
                    .contains("name=\"back\" value=\"/sample/form?title=b\"");
            for (var elsewhere : new String[] {"http://elsewhere.example/sample/form", "http://a b", ""}) {
                assertThat(sent(path, elsewhere, "//elsewhere.example"))
                        .bodyText()
                        .contains("name=\"back\" value=\"/\"");
            }
        }
        assertThat(sent("/sample/form", "http://localhost/sample/form?title=a", ""))
                .bodyText()
                .contains("name=\"_from\" value=\"/sample/form?title=a\"");
    }

    private MvcTestResult sent(String path, String referer, String from) {
        return mvc.post()
                .uri(path)
                .with(csrf())
                .header("Referer", referer)
                .param("_from", from)
                .param("tlp", "AMBER")
                .exchange();
    }

    @Test
    void machinesFindTheFewFilesTheyLookFor() {
        assertThat(mvc.get().uri("/robots.txt")).bodyText().contains("Disallow: /");
        assertThat(mvc.get().uri("/.well-known/security.txt")).bodyText().contains("Contact: mailto:", "Expires: 20");
        assertThat(mvc.get().uri("/manifest.webmanifest"))
                .hasContentType("application/manifest+json")
                .bodyText()
                .contains("\"start_url\":\"/\"");
        assertThat(mvc.get().uri("/favicon.ico")).hasStatus(HttpStatus.MOVED_PERMANENTLY);
    }

    private String styleSheet() {
        var page = mvc.get().uri("/sample").exchange().getResponse().getContentAsByteArray();
        var found =
                Pattern.compile("/static/[0-9a-f]{12}/css/app.css").matcher(new String(page, StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
