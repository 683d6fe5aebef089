package noroshi.intel;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A large file is dropped on the page, watched, let in, and its refusals are taken away. */
@WholeHouse
class LargeFilePagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TakeImports job;

    private String drop(byte[] content) {
        var file = new MockMultipartFile("file", "large.json", "application/json", content);
        var sent = mvc.post()
                .uri("/intel/drop")
                .multipart()
                .file(file)
                .with(as(ED))
                .exchange();
        assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
        return Objects.requireNonNull(sent.getResponse().getHeader("Location"));
    }

    private static byte[] large() {
        var padding = "x".repeat(1_000_000);
        return Bundles.of(IntStream.range(0, 12)
                .mapToObj(i -> i == 5 ? "{}" : Bundles.malware(Bundles.id("malware"), padding))
                .toArray(String[]::new));
    }

    @Test
    void itIsWatchedLetInAndItsRefusalsAreTakenAway() {
        var there = drop(large());
        assertThat(there).startsWith("/intel/imports/");
        assertThat(mvc.get().uri(there).with(as(ED))).hasStatusOk().bodyText().containsAnyOf("今の様子を見る", "ライブラリに取り込む");
        assertThat(mvc.get().uri("/intel/drop").with(as(ED))).bodyText().contains(there);
        job.run();
        assertThat(mvc.get().uri(there).with(as(ED))).bodyText().contains("あなたの判断待ち", "ライブラリに取り込む");
        assertThat(mvc.post().uri(there).param("tlp", "GREEN").with(as(ED)))
                .as("half a permission")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri(there).with(as(ED))).hasStatus(HttpStatus.SEE_OTHER);
        job.run();
        var done = mvc.get().uri(there).with(as(ED)).exchange();
        assertThat(done).hasStatusOk().bodyText().contains("取り込み済み");
        var bundle = Arrays.stream(body(done).split("\""))
                .filter(each -> each.startsWith("/intel/bundles/"))
                .findFirst()
                .orElseThrow();
        assertThat(mvc.get().uri(bundle + "?show=refused").with(as(ED)))
                .bodyText()
                .contains(bundle + "/refusals.csv");
        assertThat(mvc.get().uri(bundle + "/refusals.csv").with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("6,");
        assertThat(mvc.get().uri(bundle + "/refusals.csv").with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aBrokenFileSaysWhyAndKeepsNothing() {
        var content = large();
        var there = drop(Arrays.copyOf(content, content.length - 3));
        job.run();
        assertThat(mvc.get().uri(there).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("受け付けませんでした", "ライブラリには何も入っていません。");
    }

    @Test
    void nobodyElseFindsIt() {
        var there = drop(large());
        assertThat(mvc.get().uri(there).with(as(OTTO))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri(there).with(as(MIKA))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/intel/imports/" + UUID.randomUUID()).with(as(ED)))
                .hasStatus(HttpStatus.NOT_FOUND);
        job.run();
        assertThat(mvc.delete().uri(there).with(as(ED))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri(there).with(as(ED))).bodyText().contains("破棄されました");
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
