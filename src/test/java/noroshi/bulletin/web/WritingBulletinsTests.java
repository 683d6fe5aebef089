package noroshi.bulletin.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static noroshi.bulletin.web.Fields.filled;
import static noroshi.bulletin.web.Fields.with;
import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class WritingBulletinsTests {
    private static final String RAILWAY_COMMUNITY = "community:" + RAIL;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(as(actor));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Location"));
    }

    private String begun(Map<String, String> fields) {
        var id = UUID.randomUUID().toString();
        assertThat(post("/bulletins", ED, with(fields, "id", id))).hasStatus(HttpStatus.SEE_OTHER);
        return "/bulletins/manuscripts/" + id;
    }

    private String published(String title, String audience, String tlp) {
        var path = begun(with(filled(title, audience, tlp), "indicators", "evil[.]example\tC2\t高"));
        var result = post(path + "/publication", ED, Map.of("lock", "1"));
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return location(result);
    }

    @Test
    void theEmptyFormIsForTheNewsroom() {
        assertThat(get("/bulletins/new", ED)).hasStatusOk().bodyText().contains("ひとことで言うと", "推奨する対策");
        assertThat(get("/bulletins/new", MIKA)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void fromTheFirstWordToTheReader() {
        var path = begun(filled("全体への注意", "everyone", "GREEN"));
        assertThat(get(path, ED))
                .hasStatusOk()
                .bodyText()
                .contains("全体への注意", "2 行目の種別がわかりません")
                .doesNotContain("<script>alert");
        assertThat(post(path + "/review", ED, Map.of("lock", "1"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        var fixed = with(filled("全体への注意", "everyone", "GREEN"), "indicators", "evil[.]example", "lock", "1");
        assertThat(location(post(path, ED, with(fixed, "step", "look")))).isEqualTo(path + "/review");
        assertThat(get(path + "/review", ED)).hasStatusOk().bodyText().contains("承認を依頼する", "evil[.]example", "Otto");
        assertThat(post(path + "/publication", ED, Map.of("lock", "2"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(path + "/review", ED, Map.of("lock", "2"))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(location(get(path, ED))).isEqualTo(path + "/review");
        assertThat(get(path + "/review", DANA)).bodyText().contains("この内容で承認する");
        assertThat(get(path + "/review", ED)).bodyText().doesNotContain("この内容で承認する");
        assertThat(post(path + "/approval", ED, Map.of("lock", "3"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(path + "/approval", DANA, Map.of("lock", "3"))).hasStatus(HttpStatus.SEE_OTHER);
        var topic = location(post(path + "/publication", ED, Map.of("lock", "4")));
        assertThat(location(post(path + "/publication", ED, Map.of("lock", "4"))))
                .isEqualTo(topic);

        assertThat(get(topic + "?level=pro", MIKA))
                .hasStatusOk()
                .bodyText()
                .contains("全体への注意", "evil[.]example", "文書を消す")
                .doesNotContain("<script>alert", "evil.example");
        assertThat(get(topic + "?level=general", SORA))
                .bodyText()
                .contains("いますぐすること", "開かない", "職員向け文面")
                .doesNotContain("evil[.]example");
        assertThat(get("/bulletins?level=pro", MIKA)).bodyText().contains("(プロ)【重要】全体への注意");
        assertThat(get("/bulletins?level=general", SORA)).bodyText().contains("(一般)【重要】全体への注意（一般）");
    }

    @Test
    void whoeverWasOvertakenSeesBothTexts() {
        var path = begun(filled("はじめの題", RAILWAY_COMMUNITY, "AMBER"));
        post(path, ED, with(filled("先に保存した題", RAILWAY_COMMUNITY, "AMBER"), "lock", "1"));
        assertThat(post(path, TORU, with(filled("後から書いた題", RAILWAY_COMMUNITY, "AMBER"), "lock", "1")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("先に保存した題", "後から書いた題", "name=\"lock\" value=\"2\"");
    }

    @Test
    void nothingTypedIsLostWhenTheAudienceIsRefused() {
        assertThat(post(
                        "/bulletins",
                        ED,
                        with(
                                filled("なくならない題", "person:" + UUID.randomUUID(), "AMBER"),
                                "id",
                                UUID.randomUUID().toString())))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("なくならない題", "添付を開くと文書が消えます。");
    }

    @Test
    void theButtonsOfTheFormSaveFirst() {
        var path = begun(filled("さがす前に保存", RAILWAY_COMMUNITY, "AMBER"));
        assertThat(location(post(
                        path,
                        ED,
                        with(
                                filled("さがす前に保存", RAILWAY_COMMUNITY, "AMBER"),
                                "lock",
                                "1",
                                "step",
                                "find",
                                "find",
                                "海浜"))))
                .startsWith(path + "?find=");
        assertThat(get(path + "?find=海浜", ED)).bodyText().contains("海浜電力");
        assertThat(get(path + "?reach=1", ED))
                .bodyText()
                .contains("東都鉄道", "Mika")
                .doesNotContain("隣町商会");
    }

    @Test
    void filesTravelWithTheForm() {
        var path = begun(filled("ファイルの題", RAILWAY_COMMUNITY, "AMBER"));
        assertThat(sent(path, "1", "sigma.yml", "title: x")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(path, ED)).bodyText().contains("sigma.yml", "プロ向け");
        assertThat(get(path + "/review", DANA)).bodyText().contains("sigma.yml");
        assertThat(sent(path, "2", "empty.yml", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("empty.yml", "添付を開くと文書が消えます。", "name=\"lock\" value=\"2\"");
    }

    @Test
    void oneBadFileTakesNoOtherAlong() {
        var path = begun(filled("ファイルの題", RAILWAY_COMMUNITY, "AMBER"));
        var mixed = sent(path, "1", Map.of("good.txt", "a", "empty.txt", "", "after.txt", "b"));
        assertThat(mixed)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("は保存しました。受け取れなかったファイルがあります。「empty.txt」は空のファイルです")
                .contains("empty.txt は、もう一度選んでください")
                .doesNotContain("good.txt は、もう一度", "after.txt は、もう一度");
        assertThat(get(path, ED)).bodyText().contains("good.txt", "after.txt").doesNotContain("empty.txt");
        assertThat(sent(path, "1", "late.txt", "c"))
                .as("overtaken")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("late.txt は、もう一度選んでください", "id=\"f-files-again\"");
    }

    private MvcTestResult sent(String path, String lock, String name, String content) {
        return sent(path, lock, Map.of(name, content));
    }

    private MvcTestResult sent(String path, String lock, Map<String, String> files) {
        var request = mvc.post().uri(path).with(as(ED)).multipart();
        files.forEach((name, content) ->
                request.file(new MockMultipartFile("files", name, "text/plain", content.getBytes(UTF_8))));
        with(filled("ファイルの題", RAILWAY_COMMUNITY, "AMBER"), "lock", lock, "fileLevel", "PRO")
                .forEach(request::param);
        return request.exchange();
    }

    @Test
    void strangersFindNoTrace() {
        var path = begun(filled("見えない原稿", RAILWAY_COMMUNITY, "AMBER"));
        for (var outsider : java.util.List.of(OTTO, MIKA)) {
            assertThat(get(path, outsider)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get(path + "/review", outsider)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get("/bulletins/manuscripts", outsider)).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(post(path, outsider, with(filled("x", RAILWAY_COMMUNITY, "AMBER"), "lock", "1")))
                    .hasStatus(HttpStatus.NOT_FOUND);
            for (var act : java.util.List.of("/review", "/approval", "/return", "/publication", "/release")) {
                assertThat(post(path + act, outsider, Map.of("lock", "1", "reason", "x")))
                        .hasStatus(HttpStatus.NOT_FOUND);
            }
        }
        var topic = published("鉄道だけの題", RAILWAY_COMMUNITY, "AMBER");
        var bulletin = topic.replace("/topics/", "/bulletins/");
        assertThat(get("/bulletins", OTTO)).bodyText().doesNotContain("鉄道だけの題");
        assertThat(get(topic, OTTO)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(bulletin + "/indicators.csv?version=1", OTTO)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(bulletin + "/revision", OTTO, Map.of())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(bulletin + "/versions/1/review", OTTO, Map.of())).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void rawValuesLeaveMarkedAndRemembered() throws Exception {
        var topic = published("値を持ち出す題", RAILWAY_COMMUNITY, "AMBER");
        var result = get(topic.replace("/topics/", "/bulletins/") + "/indicators.csv?version=1", MIKA);
        assertThat(result).hasStatusOk().bodyText().contains("TLP:AMBER", "mika", "domain,evil.example,C2,high,1");
        var id = UUID.fromString(topic.substring(topic.lastIndexOf('/') + 1));
        Integer times = Acting.as(MIKA, () -> transaction.execute(_ -> handedOut(id)));
        assertThat(times).isEqualTo(1);
    }

    private Integer handedOut(UUID topic) {
        return jdbc.sql("""
                select count(*) from audit.entry
                 where act = 'bulletin.indicators-handed-out' and subject = :topic
                """).param("topic", topic).query(Integer.class).single();
    }

    @Test
    void namedPersonsTakeNothingWithThem() {
        var topic = published("名指しの題", "person:" + MIKA.person(), "RED");
        var bulletin = topic.replace("/topics/", "/bulletins/");
        assertThat(get(topic + "?level=pro", MIKA)).hasStatusOk();
        assertThat(get(bulletin + "/indicators.csv?version=1", MIKA)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(get(topic, DANA)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theListIsFilteredInItsAddress() {
        var read = published("読んだ題", RAILWAY_COMMUNITY, "AMBER");
        published("まだ読んでいない題", RAILWAY_COMMUNITY, "AMBER");
        get(read, NOOR);
        assertThat(get("/bulletins?unread=true&level=pro", NOOR))
                .bodyText()
                .contains("まだ読んでいない題")
                .doesNotContain("】読んだ題");
        assertThat(get("/bulletins?importance=INFO", NOOR)).bodyText().contains("この条件に合う脅威情報はありません");
        assertThat(get("/bulletins?importance=nonsense&days=x&page=1", NOOR)).hasStatusOk();
    }

    @Test
    void theNextVersionIsWrittenFromThePublishedPage() {
        var topic = published("改める題", RAILWAY_COMMUNITY, "AMBER");
        assertThat(get(topic, ED)).bodyText().contains("次の版を書く");
        assertThat(get(topic, MIKA)).bodyText().doesNotContain("次の版を書く");
        var path = location(post(topic.replace("/topics/", "/bulletins/") + "/revision", ED, Map.of()));
        assertThat(get(path, ED)).bodyText().contains("第2版の原稿", "変わったこと");
        var next = with(
                filled("改める題", RAILWAY_COMMUNITY, "AMBER"),
                "indicators",
                "evil[.]example\tC2\t高\r\n198.51.100.9",
                "notePro",
                "通信先を追加",
                "noteGeneral",
                "することは同じ",
                "lock",
                "3");
        assertThat(post(path, ED, next)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(post(path + "/publication", ED, Map.of("lock", "4"))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(topic + "?level=pro", MIKA)).bodyText().contains("通信先を追加", "うち 1 件はこの版で追加");
        assertThat(get(topic + "?level=general", MIKA)).bodyText().contains("することは同じ");
        assertThat(get("/bulletins?level=pro", MIKA)).bodyText().containsPattern("\\d+/\\d+更新\\(プロ\\)【重要】改める題");
    }

    @Test
    void anUrgentReleaseWaitsOnTheNewsroomsList() {
        var path = begun(with(filled("急ぎの題", "everyone", "GREEN"), "indicators", ""));
        assertThat(post(path + "/release", ED, Map.of("lock", "1", "reason", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var topic = location(post(path + "/release", ED, Map.of("lock", "1", "reason", "被害が広がっている")));
        assertThat(get("/bulletins/manuscripts", DANA)).bodyText().contains("急ぎの題", "被害が広がっている", "確認した");
        var review = topic.replace("/topics/", "/bulletins/") + "/versions/1/review";
        assertThat(post(review, DANA, Map.of("verdict", "objected", "remark", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(review, DANA, Map.of("verdict", "confirmed"))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/bulletins/manuscripts", DANA)).bodyText().doesNotContain("被害が広がっている");
    }
}
