package noroshi.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** No browser keeps a chosen file when a page comes back, so the page says which have to be chosen again. */
@WholeHouse
class ChoosingFilesAgainTests {
    private static final Map<String, String> TOPIC = Map.of(
            "title", "ファイルのある話", "body", "本文", "audience", "community:" + RAIL, "tlp", "AMBER", "confidentiality", "2");

    @Autowired
    Topics topics;

    @Autowired
    Files files;

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult send(String path, Map<String, String> fields, String... names) {
        var request = mvc.post().uri(path).with(as(MIKA)).multipart();
        for (var name : names) {
            var content = name.startsWith("empty") ? "" : "log";
            request.file(new MockMultipartFile("files", name, "text/plain", content.getBytes(UTF_8)));
        }
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Map<String, String> step(String step) {
        var fields = new java.util.HashMap<>(TOPIC);
        fields.put("step", step);
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview-1", "keep", "find", "similar"})
    void everyButtonThatLeavesTheFormOpenNamesThem(String step) {
        assertThat(send("/topics", step(step), "一枚目.txt", "二枚目.txt"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"#f-files\"", "id=\"f-files-again\"", "一枚目.txt、二枚目.txt は、もう一度選んでください");
        assertThat(send("/topics", step(step))).bodyText().doesNotContain("もう一度選んでください", "id=\"f-files-again\"");
    }

    @Test
    void aTopicThatIsRefusedNamesEachFileThatIsWrongAndAllThatWereChosen() {
        assertThat(send("/topics", step("post"), "good.txt", "empty1.txt", "empty2.txt", "after.txt"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("「empty1.txt」は空のファイルです", "「empty2.txt」は空のファイルです")
                .contains("good.txt、empty1.txt、empty2.txt、after.txt は、もう一度選んでください");
    }

    @Test
    void soDoesAComment() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        assertThat(send("/topics/" + id + "/comments", Map.of("body", "添えます"), "good.txt", "empty.txt"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("添えます", "「empty.txt」は空のファイルです", "good.txt、empty.txt は、もう一度選んでください");
        assertThat(send("/topics/" + id + "/files", Map.of(), "good.txt", "empty.txt"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("「empty.txt」は空のファイルです", "good.txt、empty.txt は、もう一度選んでください");
        assertThat(files.of(id, MIKA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "send"})
    void soDoesTheConsultationDesk(String step) {
        var fields = Map.of("once", UUID.randomUUID().toString(), "body", "相談です", "step", step);
        assertThat(send("/desk", fields, "mail.txt"))
                .bodyText()
                .contains("href=\"#f-files\"", "id=\"f-files-again\"", "mail.txt は、もう一度選んでください");
    }
}
