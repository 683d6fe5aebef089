package noroshi.asset.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetKind;
import noroshi.asset.AssetRegister;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class AssetPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    AssetRegister register;

    @Autowired
    AssetApprovals approvals;

    @Test
    void aFormBroughtBackKeepsWhatWasTyped() {
        assertThat(mvc.post()
                        .uri("/assets")
                        .param("value", "10.20.30.40")
                        .param("note", "内部の機械")
                        .with(as(SORA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("10.20.30.40", "内部の機械", "グローバルIPアドレスを入力してください");
    }

    @Test
    void theMemberSeesTheirOwnAndTheWatchEverybodys() {
        var name = fresh();
        var id = register.register(Optional.empty(), name, "", SORA);
        assertThat(get("/assets", SORA))
                .hasStatusOk()
                .bodyText()
                .contains(name, "確認待ち")
                .doesNotContain("asset.");
        assertThat(get("/assets/" + id, SORA)).hasStatusOk().bodyText().contains(name, "登録から外す");
        for (var path : List.of("/assets/" + id, "/assets/approvals")) {
            assertThat(get(path, OTTO)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get("/assets", OTTO)).hasStatusOk().bodyText().doesNotContain(name);
        assertThat(get("/assets?organisation=" + SPORTS, OTTO))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(name);
        assertThat(get("/assets", DANA)).hasStatusOk().bodyText().contains("水上競技連盟");
        assertThat(get("/assets?organisation=" + SPORTS, DANA))
                .hasStatusOk()
                .bodyText()
                .contains(name);
        assertThat(get("/assets/approvals?organisation=" + SPORTS, DANA))
                .hasStatusOk()
                .bodyText()
                .contains(name, "水上競技連盟");
    }

    /** Whoever registers it, and whoever agrees to it, is told in words that it is drawn like another name. */
    @Test
    void aNameThatLooksLikeAnotherIsPointedOutToBoth() {
        var name = "p\u0430y" + fresh();
        var id = register.register(Optional.empty(), name, "", SORA);
        assertThat(get("/assets/" + id, SORA)).bodyText().contains("似た文字が混じる名前です", "xn--");
        assertThat(get("/assets/" + id, DANA)).bodyText().contains("似た文字が混じる名前です");
        assertThat(get("/assets/approvals?organisation=" + SPORTS, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("似た文字の名前", name);
        assertThat(get("/assets/" + id, OTTO)).hasStatus(HttpStatus.NOT_FOUND);
        register.remove(id, SORA);
        var plain = register.register(Optional.empty(), fresh(), "", SORA);
        assertThat(get("/assets/" + plain, SORA)).bodyText().doesNotContain("似た文字");
        register.remove(plain, SORA);
    }

    @Test
    void theWatchDecidesOnTheList() {
        var id = register.register(Optional.empty(), fresh(), "", SORA);
        assertThat(decide(id, "decline", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(decide(id, "approve", "")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/assets/" + id, SORA)).bodyText().contains("登録済み");
    }

    @Test
    void aSpreadsheetFromAJapaneseDeskIsShownBeforeItIsRegistered() {
        var name = fresh();
        var file = new MockMultipartFile(
                "file",
                "資産.csv",
                "text/csv",
                ("種別,値,備考\r\nドメイン," + name + ",本社の入口\r\n").getBytes(Charset.forName("windows-31j")));
        var answer = mvc.post()
                .uri("/assets/import")
                .multipart()
                .file(file)
                .with(as(SORA))
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        var there = Objects.requireNonNull(answer.getResponse().getHeader("Location"));
        assertThat(get(there, SORA)).hasStatusOk().bodyText().contains(name, "本社の入口", "1 件の登録を申請");
        assertThat(get("/assets", SORA)).bodyText().doesNotContain(name);
        assertThat(mvc.post().uri(there).with(as(SORA))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/assets?q=" + name, SORA)).bodyText().contains(name);
    }

    @Test
    void aListWithAWrongLineNamesTheLineAndRegistersNothing() {
        var name = fresh();
        assertThat(mvc.post()
                        .uri("/assets/import")
                        .param("lines", name + "\n0.0.0.0/0\n")
                        .with(as(SORA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("インターネット全体は登録できません", name);
        assertThat(get("/assets?q=" + name, SORA)).bodyText().contains("条件に合う資産はありません");
    }

    /** Refused in words, whether it came as a file or was pasted. */
    @Test
    void aHundredThousandLinesAreRefusedInWords() {
        var lines = new StringBuilder("値,備考\r\n");
        for (int i = 0; i < 100_000; i++) {
            lines.append("host").append(i).append(".a-long-name-for-a-host.example,控え\r\n");
        }
        var file = new MockMultipartFile(
                "file", "all.csv", "text/csv", lines.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post().uri("/assets/import").multipart().file(file).with(as(SORA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("10,000 行まで", "100,001 行");
        assertThat(mvc.post()
                        .uri("/assets/import")
                        .param("lines", lines.toString())
                        .with(as(SORA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("10,000 行まで");
    }

    @Test
    void whatLeavesAsASpreadsheetRunsNothing() {
        var word = "=cmd|' /C calc'!A0 " + fresh();
        var id = register.register(Optional.of(AssetKind.KEYWORD), word, "+1", MIKA);
        approvals.approve(List.of(id), DANA);
        assertThat(get("/assets/list.csv", MIKA))
                .hasStatusOk()
                .bodyText()
                .contains("'=cmd", "'+1")
                .doesNotContain(",=cmd", ",+1", "\"=cmd");
    }

    private MvcTestResult decide(UUID asset, String verdict, String reason) {
        return mvc.post()
                .uri("/assets/approvals")
                .param("asset", asset.toString())
                .param("verdict", verdict)
                .param("reason", reason)
                .with(as(DANA))
                .exchange();
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    private static String fresh() {
        return "p" + UUID.randomUUID().toString().substring(0, 13) + ".example";
    }
}
