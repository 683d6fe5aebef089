package noroshi.notice.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.notice.Samples;
import noroshi.notice.Sending;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class NoticePagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Sending sending;

    @Test
    void homeListsItFirstAndOttoFindsNothing() {
        var title = "RDPが届く状態です " + UUID.randomUUID();
        var id = send(title);
        assertThat(get("/", SORA)).hasStatusOk().bodyText().containsSubsequence("自組織あて", title, "重要な脅威情報");
        assertThat(get("/notices", SORA))
                .hasStatusOk()
                .bodyText()
                .contains(title, "に回答")
                .doesNotContain("notice.");
        assertThat(get("/notices/" + id, SORA)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/topics/" + id, SORA))
                .hasStatusOk()
                .bodyText()
                .contains("外から 3389/tcp に届く状態です。", "回答を送る")
                .doesNotContain("初回閲覧まで", "もう一度尋ねる");
        for (var path : new String[] {"/notices/" + id, "/topics/" + id}) {
            assertThat(get(path, OTTO)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get("/", OTTO)).bodyText().doesNotContain(title);
        assertThat(get("/notices", OTTO)).hasStatusOk().bodyText().doesNotContain(title);
        assertThat(get("/search?q=RDP", OTTO)).bodyText().doesNotContain(title);
        assertThat(get("/notices/list.csv", OTTO)).bodyText().doesNotContain(title);
        assertThat(get("/notices/list.csv", DANA)).bodyText().contains(title, "水上競技連盟");
    }

    @Test
    void aRefusedAnswerKeepsWhatWasTyped() {
        var id = send("答えの書き直し");
        assertThat(mvc.post()
                        .uri("/notices/" + id + "/answers")
                        .param("answer", "working")
                        .param("words", "業者に頼みました")
                        .with(as(SORA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("業者に頼みました", "日時を入力してください");
        assertThat(mvc.post()
                        .uri("/notices/" + id + "/answers")
                        .param("answer", "working")
                        .param("until", "2099-01-01T10:00")
                        .param("words", "業者に頼みました")
                        .with(as(SORA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post()
                        .uri("/notices/" + id + "/answers")
                        .param("answer", "done")
                        .param("words", "外から閉じました")
                        .with(as(SORA)))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/topics/" + id, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("外から閉じました", "対応済み", "初回回答まで", "もう一度尋ねる");
    }

    @Test
    void theDutyDeskSeesTheOwnersBeforeSending() {
        var place = "s" + UUID.randomUUID().toString().substring(0, 13) + ".example";
        assertThat(get("/notices/new", DANA)).hasStatusOk().bodyText().contains("通知を送る");
        assertThat(get("/notices/new", MIKA)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/notices")
                        .param("places", place + "\n10.0.0.1")
                        .param("organisation", "sports")
                        .param("title", "書きかけ")
                        .with(as(DANA)))
                .hasStatusOk()
                .bodyText()
                .contains("書きかけ", "水上競技連盟", place, "グローバルIPアドレスを入力してください");
        assertThat(mvc.post()
                        .uri("/notices")
                        .param("step", "send")
                        .param("places", place)
                        .param("organisation", "sports")
                        .param("to", SPORTS.toString())
                        .param("title", "書きかけ")
                        .with(as(DANA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("種類を選んでください", place);
    }

    private UUID send(String title) {
        return sending.send(
                        Samples.notice(title),
                        "h" + UUID.randomUUID().toString().substring(0, 13) + ".example",
                        Optional.of(SPORTS),
                        Set.of(SPORTS),
                        DANA)
                .getFirst();
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }
}
