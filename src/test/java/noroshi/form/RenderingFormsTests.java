package noroshi.form;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.Matters;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@Import(Matters.class)
class RenderingFormsTests {
    @Autowired
    Forms forms;

    @Autowired
    Papers papers;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private Matter reported(boolean hidden) {
        return matters.reported("予約サイトの遅延", Optional.of(matters.system(AGENCY)), hidden, MIKA);
    }

    private FilledForm filled(Matter matter, String form, Actor actor) {
        return forms.fill(desk.show(matter.reference(), actor), form, "json", Locale.JAPANESE, actor);
    }

    private static String value(FilledForm filled, String code) {
        return filled.entries().stream()
                .filter(entry -> entry.code().equals(code))
                .map(FilledForm.Entry::value)
                .findFirst()
                .orElse("not there");
    }

    @Test
    void oneRecordFillsEveryForm() {
        var matter = reported(false);
        for (var form : forms.all(MIKA)) {
            var filled = filled(matter, form.code(), MIKA);
            assertThat(value(filled, "outline")).contains("予約サイトにつながりにくい");
            assertThat(value(filled, "damage")).contains("予約が1時間止まった");
            assertThat(value(filled, "indicators")).contains("192.0.2.7");
            assertThat(value(filled, "number")).isEqualTo(matter.reference());
            assertThat(filled.unseen()).isZero();
        }
        assertThat(value(filled(matter, "ministry", MINA), "sender")).isEqualTo("東都鉄道");
        assertThat(value(filled(matter, "ministry", MINA), "public")).isEqualTo("なりうる");
    }

    /** Whatever the desk asks about an incident reaches the form of some office, and every field is filled by something. */
    @Test
    void noAnswerIsAskedForNothing() {
        var sources = forms.all(MIKA).stream()
                .flatMap(form ->
                        forms
                                .fill(reported(false), form.code(), "json", Locale.JAPANESE, MIKA)
                                .form()
                                .fields()
                                .stream())
                .map(Form.Field::source)
                .collect(Collectors.toSet());
        var asked = desk.questions(MIKA).stream()
                .filter(question -> question.kind() == MatterKind.REPORT)
                .map(question -> "answer." + question.code())
                .collect(Collectors.toSet());
        assertThat(sources).containsAll(asked);
        assertThat(sources.stream().filter(source -> source.startsWith("answer.")))
                .isSubsetOf(asked);
    }

    @Test
    void itNamesWithWhomItsReporterShares() {
        var matter = reported(false);
        assertThat(value(filled(matter, "ministry", MIKA), "recipients")).contains("運輸省", "情報保全機構");
        assertThat(value(filled(matter, "ministry", MINA), "recipients")).doesNotContain("情報保全機構");
    }

    @Test
    void whatWasNotSharedIsNotInIt() throws IOException {
        var matter = reported(false);
        var agency = filled(matter, "ministry", JUN);
        assertThat(value(agency, "technical")).contains("送信元は 192.0.2.7");
        for (var code : List.of("damage", "services", "level", "other_reports", "effect_span", "others")) {
            assertThat(value(agency, code)).as(code).isEqualTo("not there");
        }
        assertThat(agency.unseen()).isEqualTo(6);
        assertThat(words(papers.pdf(agency, Locale.JAPANESE))).contains("6 項目").doesNotContain("予約が1時間止まった");
        assertThat(filled(matter, "ministry", MINA).unseen()).isZero();
    }

    @Test
    void aHiddenOrganisationStaysHidden() {
        var matter = reported(true);
        var ministry = filled(matter, "ministry", MINA);
        assertThat(value(ministry, "sender")).doesNotContain("東都鉄道");
        assertThat(value(ministry, "contact")).isEmpty();
        assertThat(value(filled(matter, "ministry", DANA), "sender")).isEqualTo("東都鉄道");
    }

    @Test
    void thePaperCarriesItsLettersAndItsMark() throws IOException {
        var pdf = papers.pdf(filled(reported(false), "ministry", MIKA), Locale.JAPANESE);
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                assertThat(StreamSupport.stream(
                                page.getResources().getFontNames().spliterator(), false))
                        .isNotEmpty()
                        .allSatisfy(name ->
                                assertThat(page.getResources().getFont(name)).matches(PDFont::isEmbedded));
            }
        }
        assertThat(words(pdf)).contains("情報連絡様式", "TLP:AMBER", "機密性２情報", "東都鉄道", "予約サイトにつながりにくい");
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void noLetterAndNoLengthBreaksIt() throws IOException {
        var form = new Form("f", "様式", "Form", "", "", 1, List.of());
        var long1 = "長い記録\u0000\uD83D\uDE00 𠮷野家 tab\there\n".repeat(400);
        var filled = new FilledForm(
                form,
                "D-2222-2222",
                "題".repeat(200),
                noroshi.shared.Tlp.AMBER,
                java.time.Instant.EPOCH,
                List.of(new FilledForm.Entry("body", "本文", long1)),
                0);
        var words = words(papers.pdf(filled, Locale.JAPANESE));
        assertThat(words).contains("長い記録〓").contains("1 / ").doesNotContain("1 / 1\n");
    }

    @Test
    void aStrangerFindsNoForm() {
        var path = "/desk/" + reported(false).reference() + "/forms";
        for (var end : List.of("", "/ministry.pdf", "/ministry.csv", "/ministry.json")) {
            assertThat(mvc.get().uri(path + end).with(as(OTTO))).as(end).hasStatus(404);
        }
        assertThat(mvc.get().uri(path + "/nothing.pdf").with(as(MIKA))).hasStatus(404);
        assertThat(mvc.get().uri(path + "/police.pdf").with(as(MIKA)))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(mvc.get().uri(path + "/police.json").with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .contains("\"tlp\":\"TLP:AMBER\"", "outline");
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
