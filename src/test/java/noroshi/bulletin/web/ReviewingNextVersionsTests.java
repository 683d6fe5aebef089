package noroshi.bulletin.web;

import static noroshi.bulletin.web.Fields.filled;
import static noroshi.bulletin.web.Fields.with;
import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever judges the next version of a bulletin sees what it changes. */
@WholeHouse
class ReviewingNextVersionsTests {
    @Autowired
    MockMvcTester mvc;

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(as(ED));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Location"));
    }

    private String begun(Map<String, String> fields) {
        var id = UUID.randomUUID().toString();
        post("/bulletins", with(fields, "id", id));
        return "/bulletins/manuscripts/" + id;
    }

    /** The manuscript of a second version that adds an address and rewords what generalists read. */
    private String second(String title, String audience, String tlp) {
        var fields = with(filled(title, audience, tlp), "indicators", "evil[.]example\tC2\t高");
        var topic = location(post(begun(fields) + "/publication", Map.of("lock", "1")));
        var path = location(post(topic.replace("/topics/", "/bulletins/") + "/revision", Map.of()));
        post(
                path,
                with(
                        fields,
                        "indicators",
                        "evil[.]example\tC2\t高\r\n198.51.100.9",
                        "sentence",
                        "添付を開くと写真が消えます。",
                        "notePro",
                        "通信先を追加",
                        "noteGeneral",
                        "文を改めた",
                        "lock",
                        "3"));
        return path;
    }

    @Test
    void eachLevelIsComparedWithWhatReadersHave() throws Exception {
        var path = second("比べる題", "community:" + RAIL, "AMBER");
        var page = get(path + "/review", DANA);
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("変更点（プロ向け）", "変更点（一般向け）", "第1版から第2版まで", "<ins>- `198[.]51[.]100[.]9`</ins>", "写真</ins>");
        assertThat(page.getResponse().getContentAsString().split("<tbody>")[1])
                .containsPattern("(?s)evil\\[\\.].*?第1版.*198\\[\\.].*?第2版.*追加");
        assertThat(page).bodyText().contains("2 件（うち 1 件はこの版で追加）");
    }

    @Test
    void whoDoesNotReadThePublishedVersionIsToldWhyNothingIsCompared() {
        var path = second("名指しで比べる題", "person:" + MIKA.person(), "RED");
        post(path + "/publication", Map.of("lock", "4"));
        assertThat(get(path + "/review", DANA))
                .hasStatusOk()
                .bodyText()
                .contains("変更点と、インディケータが加わった版を示せません")
                .doesNotContain("変更点（プロ向け）");
    }

    @Test
    void aLongTableComesFoldedAfterBothLevels() {
        var lines = IntStream.range(0, 40).mapToObj(n -> "198.51.100." + n).collect(Collectors.joining("\r\n"));
        var path = begun(with(filled("表の長い題", "everyone", "GREEN"), "indicators", lines));
        assertThat(get(path + "/review", DANA))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("id=\"look-pro\"", "id=\"look-general\"", "インディケータの表（40 件）", "198[.]51[.]100[.]39")
                .doesNotContain("変更点");
    }
}
