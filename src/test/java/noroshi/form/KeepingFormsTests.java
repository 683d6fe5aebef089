package noroshi.form;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import noroshi.testing.MutableClock;
import noroshi.testing.WholeHouse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
@TestPropertySource(
        properties = "noroshi.test=KeepingFormsTests") // every matter is rendered otherwise: a house of its own
@Import({Matters.class, MutableClock.class})
class KeepingFormsTests {
    private static final String HERE = "/desk/forms/ministry";

    @Autowired
    FormEditions editions;

    @Autowired
    Forms forms;

    @Autowired
    Particulars particulars;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Matters matters;

    @Autowired
    MutableClock clock;

    @Autowired
    SiteSettings settings;

    @Autowired
    MockMvcTester mvc;

    private Matter reported(String title) {
        return matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
    }

    private FilledForm filled(Matter matter) {
        return forms.fill(desk.show(matter.reference(), MIKA), "ministry", "json", Locale.JAPANESE, MIKA);
    }

    private static List<String> codes(FilledForm filled) {
        return filled.entries().stream().map(FilledForm.Entry::code).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.tz());
    }

    private FormEdition draft() {
        return editions.of("ministry", DANA).stream()
                .filter(FormEdition::draft)
                .findFirst()
                .orElseThrow();
    }

    private void fresh() {
        editions.of("ministry", DANA).stream()
                .filter(FormEdition::draft)
                .forEach(draft -> editions.discard("ministry", draft.revision(), DANA));
        editions.begin("ministry", DANA);
    }

    private void put(String code, String label, String source) {
        editions.put("ministry", new Form.Field(code, label, label, source), draft().revision(), DANA);
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(as(DANA));
        fields.forEach(request::param);
        return request.exchange();
    }

    private String page(String path, Actor actor) throws Exception {
        var answer = mvc.get().uri(path).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aMatterKeepsTheEditionItCameInWith() {
        var before = reported("前の版の案件");
        var was = filled(before);
        fresh();
        put("shift", "当直の確認", "answer.public");
        put("outline", "事象のあらまし", "outline.body");
        editions.move("ministry", "shift", true, draft().revision(), DANA);
        editions.retire("ministry", "cause", draft().revision(), DANA);
        assertThat(codes(filled(reported("下書きは見えない")))).isEqualTo(codes(was));
        editions.send("ministry", "当直の確認を加えた", today(), draft().revision(), DANA);
        var after = filled(reported("次の版の案件"));
        assertThat(after.form().edition()).isGreaterThan(was.form().edition());
        assertThat(codes(after)).contains("shift").doesNotContain("cause");
        assertThat(codes(after).indexOf("shift")).isEqualTo(codes(after).size() - 2);
        assertThat(after.entries())
                .anySatisfy(it -> assertThat(it.label()).isEqualTo("事象のあらまし"))
                .anySatisfy(it -> assertThat(it)
                        .returns("shift", FilledForm.Entry::code)
                        .returns("なりうる", FilledForm.Entry::value));
        assertThat(filled(before).entries()).isEqualTo(was.entries());
        assertThat(filled(before).form().edition()).isEqualTo(was.form().edition());
    }

    @Test
    void anEditionComesIntoForceOnItsDayAndNotBefore() {
        fresh();
        put("tomorrow", "明日から", "matter.title");
        editions.send("ministry", "明日から", today().plusDays(1), draft().revision(), DANA);
        var today = reported("今日の案件");
        assertThat(codes(filled(today))).doesNotContain("tomorrow");
        fresh();
        assertThatThrownBy(() -> editions.send("ministry", "追い越す", today(), draft().revision(), DANA))
                .isInstanceOf(RuleBroken.class);
        editions.retire("ministry", "tomorrow", draft().revision(), DANA);
        put("day_after", "改めて明日から", "matter.title");
        editions.send("ministry", "書き直し", today().plusDays(1), draft().revision(), DANA);
        clock.advance(Duration.ofDays(1));
        assertThat(codes(filled(reported("明日の案件")))).contains("day_after").doesNotContain("tomorrow");
        assertThat(codes(filled(today))).doesNotContain("tomorrow", "day_after");
    }

    @Test
    void whatIsInForceIsChangedByNobodyAndTheDraftByTheDeskAlone() {
        fresh();
        put("wall", "壁", "matter.title");
        assertThat(matters.sql(DANA, "update form.field set label_ja = 'x' where form = 'ministry' and edition = 1"))
                .isZero();
        assertThat(matters.sql(DANA, "delete from form.field where form = 'ministry' and edition = 1"))
                .isZero();
        assertThat(matters.sql(DANA, "update form.edition set note = 'x' where number = 1"))
                .isZero();
        assertThat(matters.sql(OTTO, "update form.field set label_ja = 'x' where code = 'wall'"))
                .isZero();
        assertThat(matters.sql(OTTO, "delete from form.edition where since is null"))
                .isZero();
        assertThatThrownBy(() -> matters.sql(
                        OTTO, "insert into form.edition (form, number, begun_at) values ('police', 99, now())"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> matters.sql(
                        DANA,
                        "insert into form.field (form, edition, place, code, label_ja, label_en, source)"
                                + " values ('ministry', 1, 1, 'late', 'x', 'x', 'matter.title')"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatCameInBeforeIsNotRenderedAnew() {
        fresh();
        put("backdated", "さかのぼる", "matter.title");
        assertThatThrownBy(() -> matters.sql(
                        DANA,
                        "update form.edition set since = now() - interval '1 hour', note = 'x' where since is null"))
                .isInstanceOf(DataAccessException.class);
        assertThat(draft().draft()).isTrue();
    }

    @Test
    void othersFindNoPageAndNoFrontDoor() {
        fresh();
        var number = draft().number();
        for (var other : List.of(OTTO, MIKA, MINA, ADA)) {
            for (var path : List.of("/desk/forms", HERE, HERE + "/1", HERE + "/" + number, HERE + "/1.pdf")) {
                assertThat(mvc.get().uri(path).with(as(other))).hasStatus(404);
            }
            assertThat(mvc.post().uri(HERE + "/draft").with(as(other))).hasStatus(404);
            assertThatThrownBy(() -> editions.of("ministry", other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> editions.example("ministry", number, Locale.JAPANESE, other))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> editions.put(
                            "ministry",
                            new Form.Field("stranger", "x", "x", "matter.title"),
                            draft().revision(),
                            other))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(mvc.get().uri("/desk/forms/nowhere").with(as(DANA))).hasStatus(404);
        assertThat(mvc.get().uri(HERE + "/99").with(as(DANA))).hasStatus(404);
    }

    @Test
    void whatIsRefusedIsSaidAndNothingTypedIsLost() {
        fresh();
        var field = Map.of(
                "expected", String.valueOf(draft().revision()),
                "code", "shift_two",
                "labelJa", "当直のしるし",
                "labelEn", "Shift",
                "source", "answer.nobody_asks");
        assertThat(post(HERE + "/draft/fields", field))
                .hasStatus(422)
                .bodyText()
                .contains("何が入るかを選んでください", "当直のしるし", "shift_two");
        var seen = draft().revision();
        put("first_one", "はじめの人", "matter.title");
        assertThat(post(
                        HERE + "/draft/fields",
                        Map.of(
                                "expected",
                                String.valueOf(seen),
                                "code",
                                "second_one",
                                "labelJa",
                                "次の人",
                                "labelEn",
                                "s")))
                .hasStatus(422)
                .bodyText()
                .contains("ほかの人が先に変えました", "次の人", "はじめの人");
        var revision = String.valueOf(draft().revision());
        assertThat(post(HERE + "/draft/sending", Map.of("expected", revision, "note", "書いた理由", "day", "2001-01-01")))
                .hasStatus(422)
                .bodyText()
                .contains("今日以降で", "書いた理由");
        assertThatThrownBy(() -> put("Bad Code", "x", "matter.title")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> put("fine", " ", "matter.title")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> put("fine", "x".repeat(101), "matter.title")).isInstanceOf(RuleBroken.class);
    }

    @Test
    void theDraftIsLookedAtFilledForPracticeAndTellsOfNoMatter() throws Exception {
        var matter = reported("見本には出ない案件");
        fresh();
        put("practice", "練習で見る欄", "outline.body");
        var shown = page(HERE + "/" + draft().number(), DANA);
        assertThat(shown).contains("練習で見る欄", "朝から予約サイトにつながりにくい", "概要").doesNotContain(matter.title());
        assertThat(page(HERE, DANA)).contains("練習で見る欄", "答え「公になっているか」");
        assertThat(page("/desk/forms", DANA)).contains("情報連絡様式", "下書き", "DDoS");
        var pdf = mvc.get()
                .uri(HERE + "/" + draft().number() + ".pdf")
                .with(as(DANA))
                .exchange();
        try (var document = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("練習で見る欄", "練習鉄道");
        }
    }

    /** Nothing may be chosen for a field that no matter could fill, and nothing has no words. */
    @Test
    void whateverMayBeChosenIsFilled() {
        var found = particulars.of(desk.show(reported("すべてを埋める").reference(), DANA), Locale.JAPANESE, DANA);
        assertThat(found.values()).containsKeys(Sources.KNOWN.toArray(String[]::new));
        for (var locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(editions.sources(locale, DANA)).allSatisfy(it -> {
                assertThat(it.name()).isNotBlank().doesNotContain("form.source");
                assertThat(it.example()).isNotBlank().doesNotContain("form.example");
            });
        }
    }
}
