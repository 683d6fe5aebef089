package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.Channel;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Edition;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.Matters;
import noroshi.desk.NewMatter;
import noroshi.desk.Question;
import noroshi.desk.Questionnaire;
import noroshi.desk.Telling;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
@TestPropertySource(
        properties = "noroshi.test=WritingTheQuestionnaireTests") // all are asked otherwise: a house of its own
@Import(Matters.class)
class WritingTheQuestionnaireTests {
    private static final String HERE = "/desk/questions";

    @Autowired
    Questionnaire questionnaire;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Matters matters;

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

    private int sent(Question... added) {
        var edition = fresh();
        for (var question : added) {
            questionnaire.put(question, revision(), DANA);
        }
        questionnaire.send("質問を加えた", revision(), DANA);
        return edition;
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
    void whatIsNeededIsAskedForAndNothingTypedIsLost() throws Exception {
        sent(question("shift_two", true));
        var fields = Map.of(
                "once", UUID.randomUUID().toString(),
                "kind", "REPORT",
                "title", "必要な答えがない",
                "body", "わかっていることは少ない");
        assertThat(post(MIKA, "/desk", fields))
                .hasStatus(422)
                .bodyText()
                .contains("当直 shift_two」に答えてください", "わかっていることは少ない", "f-q_shift_two-error");
        assertThatThrownBy(() -> desk.report(report("画面を通らない", Map.of()), Locale.JAPANESE, MIKA))
                .isInstanceOf(RuleBroken.class);
        assertThat(reported(report("答えた", Map.of("shift_two", "夜勤"))).reference())
                .isNotEmpty();
        var call = new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                "電話で聞いた",
                new Telling("止まっている", Map.of()),
                Telling.NOTHING,
                Telling.NOTHING,
                false,
                Tlp.AMBER,
                Optional.empty(),
                false,
                Set.of(),
                Optional.of(new NewMatter.OnBehalf(RAILWAY, Channel.PHONE, "Mika")),
                List.of());
        assertThat(desk.report(call, Locale.JAPANESE, DANA)).isNotEmpty();
        fresh();
        questionnaire.retire("shift_two", revision(), DANA);
        questionnaire.send("必要な質問をやめる", revision(), DANA);
    }

    @Test
    void aQuestionOfConsultationsIsAskedOfThemAlone() throws Exception {
        var wanted = new Question(
                "deadline",
                MatterKind.CONSULTATION,
                Question.Place.OUTLINE,
                Question.Form.LINE,
                "いつまでに",
                "By when",
                "",
                "",
                List.of(),
                false);
        sent(wanted);
        assertThat(page("/desk/new", MIKA)).contains("ask__consultation", "いつまでに");
        var fields = Map.of(
                "once", UUID.randomUUID().toString(),
                "kind", "CONSULTATION",
                "title", "期限つきの相談",
                "body", "棚卸しの順番",
                "q_deadline", "金曜まで");
        var path = String.valueOf(post(MIKA, "/desk", fields).getResponse().getHeader("Location"));
        assertThat(page(path.replaceAll(".*(/desk/[^?#]*).*", "$1"), DANA)).contains("いつまでに", "金曜まで");
    }

    @Test
    void theDraftIsTheDesksAndEditionsStayAsTheyWere() {
        var draft = fresh();
        questionnaire.put(question("secret_one", false), revision(), DANA);
        for (var other : List.of(OTTO, MIKA, TORU, ED, ADA)) {
            for (var path : List.of(HERE, HERE + "/1", HERE + "/" + draft)) {
                assertThat(mvc.get().uri(path).with(as(other))).hasStatus(404);
            }
            assertThat(post(other, HERE + "/draft", Map.of())).hasStatus(404);
            assertThat(post(other, HERE + "/draft/sending", Map.of("expected", "1", "note", "n")))
                    .hasStatus(404);
            assertThat(matters.count(other, "select count(*) from desk.question where code = 'secret_one'"))
                    .isZero();
            assertThat(matters.count(other, "select count(*) from desk.questionnaire where since is null"))
                    .isZero();
            assertThat(matters.sql(other, "update desk.question set label_ja = 'x'"))
                    .isZero();
            assertThat(matters.sql(other, "delete from desk.question")).isZero();
        }
        assertThat(matters.count(DANA, "select count(*) from desk.question where code = 'secret_one'"))
                .isEqualTo(1);
        assertThat(matters.sql(DANA, "update desk.question set label_ja = 'x' where edition = 1"))
                .isZero();
        assertThat(matters.sql(DANA, "delete from desk.questionnaire where edition = 1"))
                .isZero();
        assertThatThrownBy(() ->
                        matters.sql(OTTO, "insert into desk.questionnaire (edition, begun_at) values (99, now())"))
                .isInstanceOf(DataAccessException.class);
        assertThat(desk.asked(Optional.of(draft), DANA).edition()).isNotEqualTo(draft);
        assertThatThrownBy(() -> questionnaire.editions(OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void theSecondOfTwoWhoWriteIsToldOfTheFirst() {
        fresh();
        var seen = revision();
        questionnaire.put(question("first_one", false), seen, DANA);
        var fields = Map.of(
                "expected", String.valueOf(seen),
                "code", "second_one",
                "kind", "REPORT",
                "place", "DAMAGE",
                "form", "LINE",
                "labelJa", "二人目の質問",
                "labelEn", "Second");
        assertThat(post(DANA, HERE + "/draft/questions", fields))
                .hasStatus(422)
                .bodyText()
                .contains("二人目の質問", "first_one");
        assertThat(questionnaire.begin(DANA)).isEqualTo(fresh());
    }

    @Test
    void theOrderOfAPartIsChanged() {
        fresh();
        questionnaire.put(question("last_one", false), revision(), DANA);
        var draft = questionnaire.begin(DANA);
        var before = outline(draft);
        assertThat(before).endsWith("last_one");
        questionnaire.move("last_one", true, revision(), DANA);
        assertThat(outline(draft).indexOf("last_one")).isEqualTo(before.size() - 2);
        questionnaire.move("last_one", false, revision(), DANA);
        questionnaire.move("last_one", false, revision(), DANA);
        assertThat(outline(draft)).isEqualTo(before);
    }

    private List<String> outline(int edition) {
        return questionnaire.asked(edition, DANA).questions().stream()
                .filter(it -> it.place() == Question.Place.OUTLINE && it.kind() == MatterKind.REPORT)
                .map(Question::code)
                .toList();
    }

    @Test
    void theDeskWorksThroughItsPages() throws Exception {
        fresh();
        assertThat(page(HERE, DANA)).contains("質問票", "情報連絡様式（所管省庁・センター）", "やめる");
        assertThat(page(HERE + "?code=plan", DANA)).contains("value=\"plan\"");
        assertThat(page(HERE + "/1", DANA)).contains("<fieldset class=\"form preview\" disabled", "いつ気づいたか");
        assertThat(mvc.get().uri(HERE + "/999").with(as(DANA))).hasStatus(404);
        assertThat(mvc.get().uri(HERE + "/draft").with(as(DANA))).hasStatus(404);
    }
}
