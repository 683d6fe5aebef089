package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.Asked;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Edition;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.Matters;
import noroshi.desk.NewMatter;
import noroshi.desk.Question;
import noroshi.desk.Questionnaire;
import noroshi.desk.Telling;
import noroshi.form.FilledForm;
import noroshi.form.Forms;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
@TestPropertySource(
        properties = "noroshi.test=WritingTheQuestionnaireTests") // all are asked otherwise: a house of its own
@Import(Matters.class)
class KeepingEditionsTests {
    @Autowired
    Questionnaire questionnaire;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Forms forms;

    @Autowired
    MockMvcTester mvc;

    private static Question question(String code, boolean required) {
        return new Question(
                code,
                MatterKind.REPORT,
                Question.Place.OUTLINE,
                Question.Form.LINE,
                "当直 " + code,
                "Shift " + code,
                "",
                "",
                List.of(),
                required);
    }

    private int revision() {
        return questionnaire.editions(DANA).stream()
                .filter(Edition::draft)
                .findFirst()
                .orElseThrow()
                .revision();
    }

    private int fresh() {
        questionnaire.editions(DANA).stream()
                .filter(Edition::draft)
                .forEach(draft -> questionnaire.discard(draft.revision(), DANA));
        return questionnaire.begin(DANA);
    }

    private Asked today() {
        return desk.asked(Optional.empty(), MIKA);
    }

    private static List<String> codes(Asked asked) {
        return asked.questions().stream().map(Question::code).toList();
    }

    private static NewMatter report(String title, Map<String, String> answers) {
        return new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                title,
                new Telling("わかっていること", answers),
                Telling.NOTHING,
                Telling.NOTHING,
                false,
                Tlp.AMBER,
                Optional.empty(),
                false,
                Set.of(),
                Optional.empty(),
                List.of());
    }

    private Matter reported(NewMatter it) {
        return desk.show(desk.report(it, Locale.JAPANESE, MIKA), MIKA);
    }

    private MvcTestResult post(Actor actor, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(as(actor));
        fields.forEach(request::param);
        return request.exchange();
    }

    private String page(String path, Actor actor) throws Exception {
        return mvc.get().uri(path).with(as(actor)).exchange().getResponse().getContentAsString();
    }

    @Test
    void aMatterKeepsTheEditionItWasWrittenWith() throws Exception {
        var old = reported(report("前の版で書いた", Map.of("plan", "順次復旧する", "lessons", "予備を持つ")));
        fresh();
        questionnaire.retire("lessons", revision(), DANA);
        questionnaire.put(question("shift_one", false), revision(), DANA);
        assertThat(codes(today())).contains("lessons").doesNotContain("shift_one");
        questionnaire.send("当直を尋ねる", revision(), DANA);

        assertThat(codes(today())).contains("shift_one").doesNotContain("lessons");
        assertThat(page("/desk/new", MIKA)).contains("q_shift_one").doesNotContain("q_lessons");
        assertThat(page(old.path() + "/update", MIKA))
                .contains("q_lessons", "予備を持つ")
                .doesNotContain("q_shift_one");
        var updated = post(
                MIKA,
                old.path() + "/updates",
                Map.of(
                        "expected",
                        "1",
                        "stage",
                        "FINAL",
                        "title",
                        "前の版で書いた",
                        "body",
                        "直った",
                        "note",
                        "直った",
                        "q_lessons",
                        "予備を 2 つ持つ"));
        assertThat(updated).hasStatus(303);
        assertThat(page(old.path(), DANA)).contains("<strong>教訓", "予備を 2 つ持つ");
        var filled = forms.fill(desk.show(old.reference(), MIKA), "ministry", "json", Locale.JAPANESE, MIKA);
        assertThat(filled.entries())
                .filteredOn(entry -> entry.code().equals("lessons"))
                .extracting(FilledForm.Entry::value)
                .containsExactly("予備を 2 つ持つ");
        var young = reported(report("新しい版で書いた", Map.of("shift_one", "夜勤")));
        assertThat(young.edition()).isGreaterThan(old.edition());
        assertThat(page(young.path(), DANA)).contains("当直 shift_one", "夜勤");
    }

    /** Whoever began to write before the next edition came loses no word. */
    @Test
    void whatWasBegunWithAnEditionIsTakenInWithIt() {
        var begun = today().edition();
        fresh();
        questionnaire.retire("contacts", revision(), DANA);
        questionnaire.send("連絡先はやめる", revision(), DANA);
        var fields = Map.of(
                "once", UUID.randomUUID().toString(),
                "edition", String.valueOf(begun),
                "kind", "REPORT",
                "title", "書きかけの報告",
                "body", "途中で版が変わった",
                "q_contacts", "広報 03-0000-0000");
        var sent = post(MIKA, "/desk", fields);
        assertThat(sent).hasStatus(303);
        var reference = String.valueOf(sent.getResponse().getHeader("Location")).replaceAll(".*/desk/([^?#]*).*", "$1");
        var matter = desk.show(reference, MIKA);
        assertThat(matter.edition()).isEqualTo(begun);
        assertThat(desk.telling(matter.topic(), MIKA).answers()).containsEntry("contacts", "広報 03-0000-0000");
    }

    /** The yearly table names what older matters answered. */
    @Test
    void anAnswerThatIsNoLongerOfferedIsStillCounted() {
        fresh();
        var asked = questionnaire.asked(questionnaire.begin(DANA), DANA).questions().stream()
                .filter(it -> it.code().equals("event_class"))
                .findFirst()
                .orElseThrow();
        var fewer = asked.options().stream()
                .filter(option -> !option.ja().equals("情報の漏えい"))
                .toList();
        questionnaire.put(
                new Question(
                        asked.code(),
                        asked.kind(),
                        asked.place(),
                        asked.form(),
                        asked.labelJa(),
                        asked.labelEn(),
                        asked.hintJa(),
                        asked.hintEn(),
                        fewer,
                        false),
                revision(),
                DANA);
        questionnaire.send("選択肢を減らした", revision(), DANA);
        assertThat(desk.everToChoose("event_class", DANA))
                .extracting(Question.Option::ja)
                .contains("情報の漏えい")
                .doesNotHaveDuplicates();
    }

    @Test
    void whatNobodyCouldAnswerIsRefused() {
        fresh();
        for (var wrong : List.of(
                Map.of("code", "Über"),
                Map.of("labelEn", " "),
                Map.of("form", "CHOICE", "options", "はい | Yes"),
                Map.of("form", "CHOICE", "options", "はい\nいいえ"),
                Map.of("form", "CHOICE", "options", "はい | Yes\nはい | No"),
                Map.of("kind", "CONSULTATION", "place", "DAMAGE"),
                Map.of("place", "NOWHERE"))) {
            var fields = new HashMap<>(Map.of(
                    "expected", String.valueOf(revision()),
                    "code", "wrong_one",
                    "kind", "REPORT",
                    "place", "OUTLINE",
                    "form", "LINE",
                    "labelJa", "残る言葉",
                    "labelEn", "Kept"));
            fields.putAll(wrong);
            assertThat(post(DANA, "/desk/questions/draft/questions", fields))
                    .as(wrong.toString())
                    .hasStatus(422)
                    .bodyText()
                    .contains("残る言葉");
        }
        assertThat(codes(questionnaire.asked(questionnaire.begin(DANA), DANA))).doesNotContain("wrong_one");
        assertThat(post(
                        DANA,
                        "/desk/questions/draft/sending",
                        Map.of("expected", String.valueOf(revision()), "note", " ")))
                .hasStatus(422);
    }
}
