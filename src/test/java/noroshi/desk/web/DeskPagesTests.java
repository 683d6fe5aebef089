package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.Channel;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.Matters;
import noroshi.desk.NewMatter;
import noroshi.desk.NewNote;
import noroshi.desk.NoteKind;
import noroshi.desk.Telling;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
@Import(Matters.class)
class DeskPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    private Matter reported(String title) {
        return matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
    }

    @Test
    void everybodyFindsTheForm() {
        for (var reader : new Actor[] {MIKA, OTTO, DANA, SORA}) {
            assertThat(get("/desk/new", reader)).hasStatusOk().bodyText().contains("何かが起きた", "聞きたいことがある");
        }
        assertThat(get("/desk/new", MIKA)).bodyText().doesNotContain("会員に代わって");
        assertThat(get("/desk/new", DANA)).bodyText().contains("会員に代わって");
    }

    @Test
    void aQuestionIsSentWithTwoLines() {
        var sent = mvc.post()
                .uri("/desk")
                .with(as(SORA))
                .param("once", UUID.randomUUID().toString())
                .param("kind", "CONSULTATION")
                .param("title", "棚卸しの手順")
                .param("body", "教えてください")
                .exchange();
        assertThat(sent).hasStatus(303);
        var path = String.valueOf(sent.getResponse().getHeader("Location"));
        assertThat(path).matches("/desk/D-.{4}-.{4}");
        assertThat(get(path, SORA)).hasStatusOk().bodyText().contains("棚卸しの手順", "センターだけ");
        assertThat(get(path, OTTO)).hasStatus(404);
        assertThat(get("/desk", SORA)).hasStatusOk().bodyText().contains("棚卸しの手順");
        assertThat(get("/desk", OTTO)).hasStatusOk().bodyText().doesNotContain("棚卸しの手順");
    }

    @Test
    void nothingTypedIsLostWhenSomethingIsMissing() {
        var refused = mvc.post()
                .uri("/desk")
                .with(as(SORA))
                .param("once", UUID.randomUUID().toString())
                .param("kind", "REPORT")
                .param("title", "")
                .param("body", "とても大切な一文")
                .exchange();
        assertThat(refused).hasStatus(422).bodyText().contains("とても大切な一文");
    }

    @Test
    void whoIsProposedForASystemIsShownBeforeAnythingIsSent() {
        var system = matters.system(AGENCY);
        var refused = mvc.post()
                .uri("/desk")
                .with(as(MIKA))
                .param("once", UUID.randomUUID().toString())
                .param("kind", "REPORT")
                .param("title", "名簿のある仕組み")
                .param("body", "止まりました")
                .param("system", system)
                .exchange();
        assertThat(refused).hasStatus(422).bodyText().contains("運輸省", "情報保全機構", "関係先名簿");
        assertThat(get("/desk", MIKA)).bodyText().doesNotContain("名簿のある仕組み");
    }

    @Test
    void eachReaderFindsTheirPage() {
        var matter = reported("読む人ごとの頁");
        assertThat(get(matter.path(), MIKA)).hasStatusOk().bodyText().contains("続きを報告する", "共有先", "未読");
        assertThat(get(matter.path(), JUN))
                .hasStatusOk()
                .bodyText()
                .contains("攻撃の技術情報")
                .doesNotContain("予約が1時間止まった");
        assertThat(get(matter.path(), MIKA)).bodyText().contains("で閲覧");
        assertThat(get("/topics/" + matter.topic(), JUN)).hasStatus(303);
        assertThat(get("/desk", JUN)).bodyText().contains("読む人ごとの頁");
        assertThat(get("/desk", DANA)).hasStatusOk().bodyText().contains("対処ボード", "読む人ごとの頁", "未割当");
        assertThat(get(matter.path() + "/update", RIN)).hasStatusOk().bodyText().contains("9時40分ごろ");
    }

    @Test
    void theInternalNoteIsOnTheDesksPageOnly() {
        var matter = reported("頁の案件");
        triage.note(desk.show(matter.reference(), DANA), new NewNote(NoteKind.NOTE, "内緒の相談", Optional.empty()), DANA);
        assertThat(get(matter.path(), DANA)).hasStatusOk().bodyText().contains("内緒の相談", "3 組織に送る", "内部メモに残す");
        for (var reader : new Actor[] {MIKA, RIN, JUN, MINA}) {
            assertThat(get(matter.path(), reader)).hasStatusOk().bodyText().doesNotContain("内緒の相談", "内部メモ", "チケット");
        }
        assertThat(get("/search?q=内緒の相談", DANA)).bodyText().doesNotContain("頁の案件");
    }

    @Test
    void theDeskWorksThroughItsForms() {
        var matter = reported("画面で進める");
        var path = matter.path();
        assertThat(post(path + "/acknowledgement")).hasStatus(303);
        assertThat(post(path + "/answers", "body", "確認しています", "step", "send"))
                .hasStatus(422)
                .bodyText()
                .contains("確認しています");
        var read = read(matter);
        assertThat(post(path + "/answers", "body", "確認しています", "step", "send", "seen", read))
                .hasStatus(303);
        assertThat(post(path + "/closure", "outcome", "返事の前に閉じる", "seen", read))
                .hasStatus(422)
                .bodyText()
                .contains("返事の前に閉じる", "新しい書き込み");
        assertThat(post(path + "/judgement", "priority", "2", "seen", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("だれかが先に");
        var seen = triage.ticket(desk.show(matter.reference(), DANA), DANA)
                .standing()
                .since();
        assertThat(post(path + "/judgement", "priority", "2", "seen", seen.toString()))
                .hasStatus(303);
        assertThat(post(
                        path + "/closure",
                        "outcome",
                        "復旧を確認",
                        "lessons",
                        "余裕を見る",
                        "continuity",
                        "2",
                        "seen",
                        read(matter)))
                .hasStatus(422)
                .bodyText()
                .contains("復旧を確認", "余裕を見る", "3つの視点");
        assertThat(post(path + "/closure", "outcome", "復旧を確認", "seen", read(matter)))
                .hasStatus(303);
        assertThat(get(path, MIKA)).bodyText().contains("確認しています", "終了");
        assertThat(get("/desk?at=" + seen, DANA)).hasStatusOk().bodyText().contains("時点のボード");
        assertThat(get("/desk?at=yesterday", DANA)).hasStatus(422);
    }

    private String read(Matter matter) {
        return triage.lastWord(matter, DANA).toString();
    }

    @Test
    void theCallersTelephoneIsForTheDeskAndTheirOwnSide() {
        var call = new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                "電話のあった案件",
                new Telling("画面が出ないとのこと。", Map.of()),
                Telling.NOTHING,
                Telling.NOTHING,
                false,
                Tlp.AMBER,
                Optional.of(matters.system(AGENCY)),
                false,
                Set.of(AGENCY),
                Optional.of(new NewMatter.OnBehalf(SPORTS, Channel.PHONE, "佐伯 様 03-0000-4321")),
                List.of());
        var path = "/desk/" + desk.report(call, Locale.JAPANESE, DANA);
        for (var reader : new Actor[] {DANA, SORA}) {
            assertThat(get(path, reader)).hasStatusOk().bodyText().contains("03-0000-4321");
        }
        assertThat(get(path, JUN)).hasStatusOk().bodyText().doesNotContain("03-0000-4321");
    }

    @Test
    void aMatterIsTalkedAboutAtTheDeskOnly() {
        var matter = matters.reported("名前を出さない案件", Optional.of(matters.system(AGENCY)), true, MIKA);
        for (var reader : new Actor[] {MIKA, JUN}) {
            var said = mvc.post()
                    .uri("/topics/" + matter.topic() + "/comments")
                    .with(as(reader))
                    .param("body", "開いた場所で話す")
                    .exchange();
            assertThat(said).hasStatus(403);
        }
        assertThat(get(matter.path(), JUN)).bodyText().doesNotContain("開いた場所で話す");
    }

    @Test
    void whereAMergedMatterGoesOnIsShownToWhoReadsThatOne() {
        var system = Optional.of(matters.system(AGENCY));
        var into = matters.reported("残る案件", system, false, MIKA);
        var other = desk.show(matters.reported("統合される案件", system, false, MIKA).reference(), DANA);
        var alone = desk.show(
                matters.reported("別の会社の案件", Optional.empty(), false, NOOR).reference(), DANA);
        triage.merge(other, desk.show(into.reference(), DANA), DANA);
        assertThat(get(other.path(), MIKA)).bodyText().contains("統合先の案件", into.reference());
        triage.merge(alone, desk.show(into.reference(), DANA), DANA);
        assertThat(get(alone.path(), NOOR)).hasStatusOk().bodyText().doesNotContain("統合先の案件", into.reference());
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).with(as(DANA));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void thePartyListsAreTheDesks() {
        assertThat(get("/desk/parties", DANA)).hasStatusOk().bodyText().contains("関係先名簿");
        assertThat(get("/desk/parties", MIKA)).hasStatus(404);
    }

    @Test
    void thePagesSpeakEnglish() {
        var matter = reported("English reader");
        for (var path : new String[] {"/desk/new", "/desk", matter.path(), matter.path() + "/update"}) {
            var page = mvc.get()
                    .uri(path)
                    .with(as(MIKA))
                    .header("Accept-Language", "en")
                    .exchange();
            assertThat(page).hasStatusOk().bodyText().doesNotContain("desk.");
        }
        assertThat(get(matter.path(), DANA)).bodyText().doesNotContain("desk.");
    }
}
