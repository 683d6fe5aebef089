package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.form.Forms;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Bad input: times that contradict one another are told to whoever wrote them, and sent all the same if they like. */
@WholeHouse
@Import(Matters.class)
class ContradictoryTimesTests {
    private static final Pattern KNOWING = Pattern.compile("name=\"knowing\" value=\"([0-9a-f-]{36})\"");
    private static final String OCCURRED = "2026-07-23 11:00";
    private static final String NOTICED = "2026-07-23 00:40 UTC";
    private static final String TOLD = "起きる前に気づいたことになります";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Forms forms;

    @Autowired
    Matters matters;

    /** Noticed at 9:40 in Tokyo, an hour and more before it occurred. */
    private Map<String, String> report(String title) {
        var fields = new HashMap<>(
                Map.of("once", UUID.randomUUID().toString(), "kind", "REPORT", "title", title, "body", "予約できない"));
        fields.put("system", matters.system());
        fields.put("q_occurred", OCCURRED);
        fields.put("q_noticed", NOTICED);
        fields.put("damage", "窓口が混んだ");
        return fields;
    }

    private MvcTestResult post(String path, Map<String, String> fields, Actor actor) {
        var request = mvc.post().uri(path).with(as(actor));
        fields.forEach(request::param);
        var shown = mvc.post().uri("/desk").with(as(actor)).param("step", "parties");
        fields.forEach(shown::param);
        proposed(shown.exchange()).forEach(id -> request.param("shown", id).param("recipient", id));
        return request.exchange();
    }

    private static java.util.List<String> proposed(MvcTestResult page) {
        return Pattern.compile("name=\"shown\" value=\"([^\"]+)\"")
                .matcher(text(page))
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String knowing(MvcTestResult page) {
        var found = KNOWING.matcher(text(page));
        assertThat(found.find()).as("the page says what it has told").isTrue();
        return found.group(1);
    }

    private Matter sent(Map<String, String> fields, Actor actor) {
        var told = post("/desk", fields, actor);
        assertThat(told).hasStatus(422);
        fields.put("knowing", knowing(told));
        return matter(post("/desk", fields, actor), actor);
    }

    private Matter matter(MvcTestResult sent, Actor actor) {
        assertThat(sent).hasStatus(303);
        var address = String.valueOf(sent.getResponse().getHeader("Location"));
        return desk.show(address.substring("/desk/".length()), actor);
    }

    @Test
    void whoWroteThemIsToldAndLosesNoWord() {
        var fields = report("言われてから送る");
        assertThat(post("/desk", fields, MIKA))
                .hasStatus(422)
                .bodyText()
                .contains(TOLD, OCCURRED, NOTICED, "窓口が混んだ", "予約できない", "このまま送る", "言われてから送る");
        assertThat(desk.ours(MIKA)).extracting(Matter::title).doesNotContain("言われてから送る");
    }

    @Test
    void itIsSentAllTheSame() {
        var matter = sent(report("そのまま送る"), MIKA);
        assertThat(matter.title()).isEqualTo("そのまま送る");
        assertThat(mvc.get().uri(matter.path()).with(as(MIKA))).bodyText().contains(TOLD, "届いた文章はそのままです");
    }

    @Test
    void whoChangesOneTimeIsToldOfTheNewContradiction() {
        var fields = report("別の食い違い");
        fields.put("knowing", knowing(post("/desk", fields, MIKA)));
        fields.put("q_occurred", "2099-07-23 11:00");
        assertThat(post("/desk", fields, MIKA)).hasStatus(422).bodyText().contains("まだ来ていない時刻です");
        fields.put("q_occurred", "昼ごろ");
        assertThat(post("/desk", fields, MIKA)).hasStatus(303);
    }

    @Test
    void filesThatWereChosenAreNotLostForIt() {
        var fields = report("写真も送る");
        var shown = mvc.post().uri("/desk").with(as(MIKA)).param("step", "parties");
        fields.forEach(shown::param);
        var request = mvc.post()
                .uri("/desk")
                .multipart()
                .file(new MockMultipartFile("files", "screen.txt", "text/plain", new byte[] {65}))
                .with(as(MIKA));
        fields.forEach(request::param);
        proposed(shown.exchange()).forEach(id -> request.param("shown", id).param("recipient", id));
        var matter = matter(request.exchange(), MIKA);
        assertThat(mvc.get().uri(matter.path()).with(as(MIKA))).bodyText().contains(TOLD, "screen.txt");
    }

    @Test
    void theCentreSeesItAtTriageAndNobodyElseIsTold() {
        var matter = sent(report("仕分けで見える"), MIKA);
        assertThat(mvc.get().uri(matter.path()).with(as(DANA)))
                .hasStatusOk()
                .bodyText()
                .contains("時刻の食い違い", TOLD);
        assertThat(mvc.get().uri(matter.path()).with(as(MINA)))
                .hasStatusOk()
                .bodyText()
                .contains(OCCURRED, NOTICED)
                .doesNotContain(TOLD);
        assertThat(mvc.get().uri(matter.path()).with(as(OTTO))).hasStatus(404);
    }

    @Test
    void onTheOfficesFormsItStandsAsWritten() {
        var matter = sent(report("様式にそのまま"), MIKA);
        var filled = forms.fill(desk.show(matter.reference(), MINA), "ministry", "json", Locale.JAPANESE, MINA);
        assertThat(filled.entries())
                .anyMatch(it -> it.code().equals("occurred") && it.value().equals(OCCURRED))
                .anyMatch(it -> it.code().equals("noticed") && it.value().equals(NOTICED));
    }

    @Test
    void anUpdateThatIsOlderThanTheReportIsTold() {
        var matter = sent(report("古い続報"), MIKA);
        var fields = new HashMap<>(
                Map.of("expected", "1", "stage", "FOLLOW_UP", "title", "古い続報", "body", "予約できない", "kind", "REPORT"));
        fields.put("note", "2026-07-01 10:00 現在の状況");
        fields.put("damage", "窓口が混んだ");
        var told = post(matter.path() + "/updates", fields, MIKA);
        assertThat(told).hasStatus(422).bodyText().contains("最初の報告", "2026-07-01 10:00 現在の状況");
        fields.put("knowing", knowing(told));
        assertThat(post(matter.path() + "/updates", fields, MIKA)).hasStatus(303);
        assertThat(mvc.get().uri(matter.path()).with(as(DANA)))
                .bodyText()
                .contains("最初の報告")
                .doesNotContain(TOLD);
        fields.put("expected", "2");
        fields.put("note", "書き直し");
        assertThat(post(matter.path() + "/updates", fields, MIKA)).hasStatus(303);
        assertThat(mvc.get().uri(matter.path()).with(as(DANA))).bodyText().doesNotContain("時刻の食い違い");
    }

    @Test
    void inEnglishToo() {
        speak("en");
        try {
            assertThat(post("/desk", report("In English"), NOOR))
                    .hasStatus(422)
                    .bodyText()
                    .contains("noticed before it occurred", "Send it as it stands");
        } finally {
            speak("ja");
        }
    }

    private void speak(String language) {
        assertThat(mvc.post().uri("/language").with(as(NOOR)).param("language", language))
                .hasStatus3xxRedirection();
    }
}
