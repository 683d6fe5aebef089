package noroshi.practice;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.desk.MatterKind;
import noroshi.desk.Matters;
import noroshi.desk.Proposed;
import noroshi.desk.Telling;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Anybody practises, is answered, and has it for themselves alone. */
@WholeHouse
@Import(Matters.class)
class PractisingTests {
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    PracticeDesk practices;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void begin() {
        List.of(MIKA, RIN, OTTO).forEach(practices::deleteAll);
    }

    private static NewPractice report(String title, Optional<String> system, Set<UUID> recipients) {
        return new NewPractice(
                UUID.randomUUID(),
                MatterKind.REPORT,
                title,
                new Telling("予約サイトにつながりにくい。", Map.of("noticed", "9時40分")),
                Telling.NOTHING,
                new Telling("送信元は 192.0.2.7。", Map.of()),
                system,
                true,
                false,
                recipients);
    }

    private static NewPractice question(String title) {
        return new NewPractice(
                UUID.randomUUID(),
                MatterKind.CONSULTATION,
                title,
                new Telling("棚卸しの手順を知りたい。", Map.of()),
                Telling.NOTHING,
                Telling.NOTHING,
                Optional.empty(),
                false,
                false,
                Set.of());
    }

    private String answer(Answer.Step step, UUID id, Locale locale, Actor actor) {
        return practices.answers(practices.show(id, actor), locale, actor).stream()
                .filter(it -> it.step() == step)
                .flatMap(it -> it.sentences().stream())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theAnswerSaysWhatARealReportWouldHaveBrought() {
        var system = Optional.of(matters.system(AGENCY));
        var proposed =
                practices.proposed(system, MIKA).stream().map(Proposed::id).collect(Collectors.toSet());
        assertThat(proposed).contains(MINISTRY, AGENCY);
        var id = practices.send(report("予約が遅い", system, Set.of(MINISTRY)), MIKA);
        assertThat(practices.show(id, MIKA).leftOut()).contains(AGENCY).doesNotContain(MINISTRY);
        assertThat(answer(Answer.Step.ACKNOWLEDGEMENT, id, Locale.JAPANESE, MIKA))
                .contains("「予約が遅い」", "15分以内");
        assertThat(answer(Answer.Step.TRIAGE, id, Locale.JAPANESE, MIKA))
                .contains("運輸省", "1時間")
                .doesNotContain("情報保全機構", "相談を読むのは");
        assertThat(answer(Answer.Step.REPLY, id, Locale.JAPANESE, MIKA))
                .contains("支援機関", "技術情報は")
                .doesNotContain("いつ気づいたか", "{");
        assertThat(answer(Answer.Step.TRIAGE, id, Locale.ENGLISH, MIKA)).contains("Ministry of Transport", "1 hour");
    }

    @Test
    void aQuestionIsAnsweredOtherwise() {
        var id = practices.send(question("棚卸し"), OTTO);
        assertThat(answer(Answer.Step.TRIAGE, id, Locale.JAPANESE, OTTO)).contains("相談を読むのはセンターだけ");
        assertThat(answer(Answer.Step.REPLY, id, Locale.ENGLISH, OTTO))
                .contains("within 4 hours")
                .doesNotContain("agencies");
    }

    @Test
    void factsAreNotDroppedFromAQuestionHereEither() {
        for (var field : List.of("damage", "technical", "q_indicators")) {
            assertThat(mvc.post()
                            .uri("/desk/practice")
                            .with(as(OTTO))
                            .param("once", UUID.randomUUID().toString())
                            .param("kind", "CONSULTATION")
                            .param("title", "質問の練習")
                            .param("body", "教えてください")
                            .param(field, "192.0.2.67 から届いた"))
                    .as(field)
                    .hasStatus(422)
                    .bodyText()
                    .contains("192.0.2.67 から届いた", "「何かが起きた（報告）」を選ぶか");
        }
        assertThat(practices.mine(OTTO)).isEmpty();
    }

    @Test
    void nobodyElseFindsIt() {
        var id = practices.send(question("棚卸し"), MIKA);
        for (var other : List.of(OTTO, RIN, DANA, TORU, ADA, ED, JUN, MINA)) {
            assertThatThrownBy(() -> practices.show(id, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> practices.delete(id, other)).isInstanceOf(NotFound.class);
            assertThat(practices.mine(other)).noneMatch(it -> it.id().equals(id));
            assertThat(matters.sql(other, "delete from practice.report where id = ?", id))
                    .isZero();
        }
        assertThat(practices.mine(MIKA)).extracting(Practice::id).containsExactly(id);
    }

    @Test
    void anAdministratorLearnsHowManyPractisedAndNothingElse() {
        var before = practices.practised(RIN).orElseThrow();
        var strangers = practices.practised(OTTO).orElseThrow();
        practices.send(question("一つ目"), MIKA);
        practices.send(question("二つ目"), MIKA);
        var after = practices.practised(RIN).orElseThrow();
        assertThat(after.times()).isEqualTo(before.times() + 2);
        assertThat(after.people()).isBetween(1, before.people() + 1);
        practices.deleteAll(MIKA);
        assertThat(practices.mine(MIKA)).isEmpty();
        assertThat(practices.practised(RIN)).contains(after);
        assertThat(practices.practised(OTTO)).contains(strangers);
        assertThat(practices.practised(MIKA)).isEmpty();
        assertThat(matters.sql(RIN, "update practice.tally set times = 99 where person = ?", MIKA.person()))
                .isZero();
        assertThat(mvc.get().uri("/desk/practice").with(as(RIN)))
                .bodyText()
                .contains("あなたの組織では " + after.people() + " 人が練習しました")
                .doesNotContain("一つ目");
        assertThat(mvc.get().uri("/desk/practice").with(as(DANA))).bodyText().doesNotContain("あなたの組織では");
    }

    @Test
    void sentTwiceItIsOnePractice() {
        var practice = question("一度だけ");
        var times = practices.practised(RIN).orElseThrow().times();
        assertThat(practices.send(practice, MIKA)).isEqualTo(practices.send(practice, MIKA));
        assertThat(practices.practised(RIN).orElseThrow().times()).isEqualTo(times + 1);
    }

    @Test
    void otherWordsAreNotTakenForWhatWasReceived() throws Exception {
        var once = UUID.randomUUID().toString();
        var first = sent(once, "最初の言葉");
        assertThat(sent(once, "最初の言葉")).hasStatus3xxRedirection();
        assertThat(practices.mine(OTTO)).hasSize(1);
        var refused = sent(once, "書きかえた言葉");
        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("「同じ様式」は受け取りました", "これまでの練習", "書きかえた言葉")
                .doesNotContain(once);
        assertThat(practices.mine(OTTO)).extracting(it -> it.outline().body()).containsExactly("最初の言葉");
        var again = ONCE.matcher(refused.getResponse().getContentAsString());
        assertThat(again.find()).isTrue();
        assertThat(sent(again.group(1), "書きかえた言葉").getResponse().getRedirectedUrl())
                .isNotEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(practices.mine(OTTO))
                .extracting(it -> it.outline().body())
                .containsExactlyInAnyOrder("最初の言葉", "書きかえた言葉");
    }

    private MvcTestResult sent(String once, String body) {
        return mvc.post()
                .uri("/desk/practice")
                .param("once", once)
                .param("kind", "CONSULTATION")
                .param("title", "同じ様式")
                .param("body", body)
                .with(as(OTTO))
                .exchange();
    }

    /** Every field counts, also whom it is to reach. */
    @Test
    void anyOtherFieldIsAnotherReport() {
        var system = Optional.of(matters.system(AGENCY));
        var proposed =
                practices.proposed(system, MIKA).stream().map(Proposed::id).collect(Collectors.toSet());
        var it = report("一つの様式", system, proposed);
        var id = practices.send(it, MIKA);
        assertThat(practices.send(it, MIKA)).isEqualTo(id);
        var other = new Telling("ほかの言葉", Map.of());
        for (var changed : List.of(
                changed(it, "別の題", it.outline(), it.technical(), it.help(), it.hidden(), proposed),
                changed(it, it.title(), other, it.technical(), it.help(), it.hidden(), proposed),
                changed(it, it.title(), it.outline(), other, it.help(), it.hidden(), proposed),
                changed(it, it.title(), it.outline(), it.technical(), !it.help(), it.hidden(), proposed),
                changed(it, it.title(), it.outline(), it.technical(), it.help(), !it.hidden(), proposed),
                changed(it, it.title(), it.outline(), it.technical(), it.help(), it.hidden(), Set.of(MINISTRY)))) {
            assertThatThrownBy(() -> practices.send(changed, MIKA))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessageContaining(PracticeDesk.RECEIVED);
        }
        assertThat(practices.mine(MIKA)).extracting(Practice::id).containsExactly(id);
    }

    private static NewPractice changed(
            NewPractice it,
            String title,
            Telling outline,
            Telling technical,
            boolean help,
            boolean hidden,
            Set<UUID> recipients) {
        return new NewPractice(
                it.once(), it.kind(), title, outline, it.damage(), technical, it.system(), help, hidden, recipients);
    }

    @Test
    void thePageSaysPracticeInWords() {
        var sent = mvc.post()
                .uri("/desk/practice")
                .param("once", UUID.randomUUID().toString())
                .param("kind", "CONSULTATION")
                .param("title", "はじめての相談")
                .param("body", "練習です")
                .with(as(OTTO))
                .exchange();
        var address = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        assertThat(address).startsWith("/desk/practice/");
        for (var page : List.of("/desk/practice", address)) {
            assertThat(mvc.get().uri(page).with(as(OTTO)))
                    .hasStatusOk()
                    .bodyText()
                    .containsPattern("<title>練習: ")
                    .containsPattern("<h1>練習: ")
                    .contains("ここに書いたことは、だれにも届きません", "practice__mark", "はじめての相談");
        }
        assertThat(mvc.get().uri("/desk/new").with(as(OTTO))).bodyText().contains("/desk/practice");
        assertThat(mvc.get().uri("/").with(as(OTTO))).bodyText().contains("/desk/practice");
    }

    @Test
    void whatIsRefusedIsNotLost() {
        assertThat(mvc.post()
                        .uri("/desk/practice")
                        .param("once", UUID.randomUUID().toString())
                        .param("kind", "CONSULTATION")
                        .param("title", "")
                        .param("body", "書きかけの文")
                        .with(as(OTTO)))
                .hasStatus(422)
                .bodyText()
                .contains("書きかけの文");
        assertThat(mvc.post()
                        .uri("/desk/practice")
                        .param("once", UUID.randomUUID().toString())
                        .param("kind", "REPORT")
                        .param("title", "宛先を見ていない")
                        .param("body", "まだ")
                        .param("system", matters.system(AGENCY))
                        .with(as(OTTO)))
                .hasStatus(422)
                .bodyText()
                .contains("宛先が増えました");
        assertThatThrownBy(() -> question("　")).isInstanceOf(RuleBroken.class);
        assertThat(practices.mine(OTTO)).isEmpty();
    }
}
