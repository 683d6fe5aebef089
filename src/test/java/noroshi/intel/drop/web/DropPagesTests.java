package noroshi.intel.drop.web;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import noroshi.intel.life.Papers;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class DropPagesTests {
    @Autowired
    MockMvcTester mvc;

    private String drop(String text) {
        var sent =
                mvc.post().uri("/intel/drop").param("text", text).with(as(ED)).exchange();
        assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
        return Objects.requireNonNull(sent.getResponse().getHeader("Location"));
    }

    @Test
    void wordsArePastedTickedAndTaken() {
        var name = Papers.name();
        var there = drop("hxxps://" + name.replace(".", "[.]") + "/a と <script>alert(1)</script> x." + name);
        assertThat(mvc.get().uri("/intel/drop").with(as(ED))).bodyText().contains(there);
        assertThat(mvc.get().uri(there).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("まだ何もライブラリに入っていません。", "文章として読みました。", "hxxps://" + name.replace(".", "[.]") + "/a")
                .contains("value=\"1\" checked", "value=\"2\" checked")
                .doesNotContain("<script>alert");
        var taken = mvc.post()
                .uri(there)
                .param("take", "2")
                .param("from", "me")
                .with(as(ED))
                .exchange();
        assertThat(taken).hasStatus(HttpStatus.SEE_OTHER);
        var bundle = Objects.requireNonNull(taken.getResponse().getHeader("Location"));
        assertThat(mvc.get().uri(bundle).with(as(ED))).hasStatusOk().bodyText().contains("印を付けませんでした。");
        assertThat(mvc.get().uri(bundle.replace("refused", "remarks")).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("TEXT から作りました");
        assertThat(mvc.get().uri(there).with(as(ED))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aRefusalKeepsTheTicksAndWhatWasTyped() {
        var there = drop("a." + Papers.name() + " b." + Papers.name());
        assertThat(mvc.post()
                        .uri(there)
                        .param("take", "2")
                        .param("from", "Somebody")
                        .param("tlp", "GREEN")
                        .with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"2\" checked", "Somebody", "3つをすべて")
                .doesNotContain("value=\"1\" checked");
        assertThat(mvc.post().uri(there).with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("取り込むものに印を付けてください。");
        assertThat(mvc.post().uri("/intel/drop").param("text", "値のない文章").with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("値のない文章", "値が見つかりません。");
    }

    @Test
    void theColumnsOfATableCanBeSaidOtherwise() {
        var one = Papers.name();
        var other = Papers.name();
        var text = "種別,値,備考\r\nドメイン," + one + "," + other + "\r\n";
        var file = new MockMultipartFile("file", "表.csv", "text/csv", text.getBytes(Charset.forName("windows-31j")));
        var sent = mvc.post()
                .uri("/intel/drop")
                .multipart()
                .file(file)
                .with(as(ED))
                .exchange();
        var there = Objects.requireNonNull(sent.getResponse().getHeader("Location"));
        assertThat(mvc.get().uri(there).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("表.csv", "CP932", one.replace(".", "[.]"), "<option value=\"VALUE\" selected>");
        assertThat(mvc.get()
                        .uri(there + "?as=CSV&column=NOTHING&column=NOTE&column=VALUE")
                        .with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains(other.replace(".", "[.]"))
                .doesNotContain(one.replace(".", "[.]"));
        assertThat(mvc.get().uri(there + "?as=MISP").with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("JSON として読めません");
    }

    @Test
    void badFilesAreExplained() {
        var zip = new MockMultipartFile("file", "a.zip", "application/zip", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(mvc.post().uri("/intel/drop").multipart().file(zip).with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("文章のファイルとして読めません。");
        var twice = new MockMultipartFile(
                "file",
                "a.json",
                "application/json",
                "{\"Event\": {}, \"Event\": {}}".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post().uri("/intel/drop").multipart().file(twice).with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("同じ名前のプロパティが2度");
    }

    @Test
    void strangersHaveNoDropBox() {
        var there = drop("c." + Papers.name());
        assertThat(mvc.get().uri("/intel/drop").with(as(OTTO))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri(there).with(as(OTTO))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/intel").with(as(OTTO)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/intel/drop");
        assertThat(mvc.delete().uri(there).with(as(OTTO))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri(there).with(as(ED))).hasStatusOk();
    }
}
