package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a report must not tell it does not tell, and what it told wrongly is taken back. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=ReportingUpwardsTests") // what was reported before is reported no more
@Import(Matters.class)
class TakingBackUpwardsTests {
    private static final String CODE = Series.COORDINATION;
    private static final String OFFICE = "prime-minister";

    @Autowired
    UpwardReports reports;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @BeforeEach
    void begin() {
        matters.owner("""
                alter table desk.upward disable trigger keep_sent;
                delete from desk.upward;
                alter table desk.upward enable trigger keep_sent;
                delete from desk.rhythm;
                update desk.standing set visibility = 'NONE', impact = 'NONE', continuity = null, safety = null, other = null
                """);
        List.of(CODE, OFFICE, "study-group").forEach(series -> reports.begin(series, "宛先", TORU));
    }

    private Matter judged(Matter matter, Impact impact, Visibility visibility) {
        var judgement = new Judgement(2, impact, impact == Impact.PRESENT ? "会場 1 か所" : "", visibility);
        triage.judge(
                matter,
                judgement,
                Optional.empty(),
                triage.ticket(matter, DANA).standing().since(),
                DANA);
        return desk.show(matter.reference(), DANA);
    }

    private Matter told(String title) {
        var matter = matters.reported(title, Optional.empty(), false, MIKA);
        return judged(desk.show(matter.reference(), DANA), Impact.PRESENT, Visibility.NONE);
    }

    private UpwardReport composed(String series, Half half) {
        return reports.show(reports.compose(series, today, half, "", DANA), DANA);
    }

    private UpwardReport sent(UUID id) {
        reports.send(id, reports.show(id, TORU).composedAt(), TORU);
        return reports.show(id, TORU);
    }

    private UpwardReport corrected(UpwardReport wrong) {
        return sent(reports.correct(wrong.id(), "判定を誤りました", DANA));
    }

    private String page(UpwardReport report) {
        var answer = mvc.get()
                .uri("/desk/reports/" + report.id())
                .with(as(TORU))
                .exchange()
                .getResponse();
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** What a label keeps from the correction is not told again beside it. */
    @Test
    void theDifferenceKeepsWhatTheCorrectionKeeps() {
        var matter = told("名のあった件");
        var wrong = sent(composed(CODE, Half.AM).id());
        matters.owner("update topic.topic set tlp = 'RED' where id = '" + matter.topic() + "'");
        var correction = corrected(wrong);
        assertThat(correction.items()).allMatch(UpwardItem::withheld);
        assertThat(page(correction)).contains("訂正したところ").doesNotContain("名のあった件", "会場 1 か所");
        assertThat(page(wrong)).contains("名のあった件");
    }

    @Test
    void aConsultationGoesToNobodyElse() {
        var asked = desk.report(Matters.consultation("相談だけの件"), Locale.JAPANESE, MIKA);
        judged(desk.show(asked, DANA), Impact.PRESENT, Visibility.PUBLIC);
        for (var series : List.of(CODE, OFFICE)) {
            assertThat(composed(series, series.equals(CODE) ? Half.AM : Half.DAY)
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void whatIsLabelledStrictGoesUpWithoutTitleAndOrganisation() {
        var report = Matters.report("厳しい扱いの件", Optional.empty(), false, java.util.Set.of());
        var strict = new NewMatter(
                report.once(),
                report.kind(),
                report.title(),
                report.outline(),
                report.damage(),
                report.technical(),
                report.hidden(),
                Tlp.AMBER_STRICT,
                report.system(),
                report.help(),
                report.recipients(),
                report.behalf(),
                report.files());
        var matter = desk.show(desk.report(strict, Locale.JAPANESE, MIKA), DANA);
        judged(matter, Impact.PRESENT, Visibility.NONE);
        triage.note(matter, new NewNote(NoteKind.DECISION, "東都鉄道へ行く", Optional.empty()), DANA);
        for (var series : List.of(CODE, OFFICE)) {
            var composed = composed(series, series.equals(CODE) ? Half.AM : Half.DAY);
            assertThat(composed.tlp()).isEqualTo(Tlp.AMBER_STRICT);
            assertThat(composed.items()).singleElement().satisfies(item -> {
                assertThat(item.title()).isEmpty();
                assertThat(item.organisation()).isEmpty();
                assertThat(item.extent()).isEmpty();
                assertThat(item.record()).isEmpty();
                assertThat(item.withheld()).isTrue();
                assertThat(item.impact()).isEqualTo(Impact.PRESENT);
            });
            assertThat(mvc.get().uri("/desk/reports/" + composed.id()).with(as(TORU)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("TLP:AMBER+STRICT のため、件名と組織名は書きません")
                    .doesNotContain("厳しい扱いの件", "東都鉄道", "会場 1 か所");
        }
        var source = sent(composed(CODE, Half.AM).id());
        assertThat(source.tlp()).isEqualTo(Tlp.AMBER_STRICT);
        var abridged = composed("study-group", Half.AM);
        assertThat(abridged.tlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(abridged.items()).extracting(UpwardItem::extent).containsExactly("");
        var again = corrected(sent(composed(OFFICE, Half.DAY).id()));
        assertThat(again.items()).singleElement().satisfies(item -> {
            assertThat(item.extent()).isEmpty();
            assertThat(item.record()).isEmpty();
        });
        told("ふつうの件");
        assertThat(composed(CODE, Half.PM).items())
                .extracting(UpwardItem::title)
                .contains("ふつうの件");
    }

    @Test
    void theAbridgedReportLeavesOutWhatAnEarlierCopyStillSays() {
        told("地名のある件");
        var before = sent(composed(CODE, Half.AM).id()).items().getFirst();
        assertThat(before.abridged().extent()).isEqualTo("会場 1 か所");
        var strict = new UpwardItem(
                before.matter(),
                before.number(),
                "",
                Optional.empty(),
                before.effect(),
                before.impact(),
                before.extent(),
                before.confirmed(),
                before.visibility(),
                before.fresh(),
                before.over(),
                Optional.empty(),
                Optional.of(Tlp.RED));
        assertThat(strict.abridged().extent()).isEmpty();
    }

    @Test
    void whatFellOutOfTheRuleIsTakenBackByTheCorrection() {
        var matter = told("誤って影響ありとした件");
        var wrong = sent(composed(CODE, Half.AM).id());
        var office = sent(composed(OFFICE, Half.DAY).id());
        assertThat(wrong.items()).extracting(UpwardItem::impact).containsExactly(Impact.PRESENT);
        judged(matter, Impact.NONE, Visibility.NONE);
        for (var correction : List.of(corrected(wrong), corrected(office))) {
            assertThat(correction.items()).singleElement().satisfies(item -> {
                assertThat(item.matter()).isEqualTo(matter.topic().toString());
                assertThat(item.impact()).isEqualTo(Impact.NONE);
                assertThat(item.extent()).isEmpty();
            });
            assertThat(page(correction))
                    .contains(
                            "訂正したところ",
                            "<del>",
                            "/desk/reports/" + correction.corrects().orElseThrow());
        }
        assertThat(page(wrong)).doesNotContain("訂正したところ");
        assertThat(composed(CODE, Half.PM).items()).isEmpty();
    }

    @Test
    void whatFellOutOfTheRuleIsToldOnInTheNextEditionAndSoIsItsEnd() {
        var matter = told("影響がなくなった件");
        sent(composed(CODE, Half.AM).id());
        judged(matter, Impact.NONE, Visibility.NONE);
        assertThat(composed(CODE, Half.PM).items()).singleElement().satisfies(item -> {
            assertThat(item.impact()).isEqualTo(Impact.NONE);
            assertThat(item.fresh()).isFalse();
            assertThat(item.over()).isFalse();
        });
        var now = desk.show(matter.reference(), DANA);
        triage.close(now, new Closure("収まった", "", Classification.NONE), triage.lastWord(now, DANA), DANA);
        assertThat(composed(CODE, Half.PM).items())
                .singleElement()
                .satisfies(item -> assertThat(item.over()).isTrue());
        sent(composed(CODE, Half.PM).id());
        var next = reports.compose(CODE, today.plusDays(1), Half.AM, "", DANA);
        assertThat(reports.show(next, DANA).items()).isEmpty();
    }

    @Test
    void theRecordTakesBackInItsNextEditionToo() {
        var matter = told("官邸にも誤って上げた件");
        var withdrawn = told("官邸に上げた後で取り下げる件");
        sent(composed(OFFICE, Half.DAY).id());
        judged(matter, Impact.NONE, Visibility.NONE);
        desk.withdraw(withdrawn.reference(), "思い違いでした", MIKA);
        var next = sent(reports.compose(OFFICE, today, Half.EXTRA, "臨時", DANA));
        assertThat(next.items())
                .filteredOn(item -> item.matter().equals(matter.topic().toString()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.impact()).isEqualTo(Impact.NONE);
                    assertThat(item.over()).isFalse();
                    assertThat(item.record()).isPresent();
                });
        assertThat(next.items())
                .filteredOn(item -> item.matter().equals(withdrawn.topic().toString()))
                .singleElement()
                .satisfies(item -> assertThat(item.over()).isTrue());
        var third = sent(reports.compose(OFFICE, today.plusDays(1), Half.DAY, "", DANA));
        assertThat(third.items()).as("it was told, and nothing changed").isEmpty();
        var now = desk.show(matter.reference(), DANA);
        triage.close(now, new Closure("収まった", "", Classification.NONE), triage.lastWord(now, DANA), DANA);
        var last = reports.compose(OFFICE, today.plusDays(1), Half.EXTRA, "臨時", DANA);
        assertThat(reports.show(last, DANA).items())
                .singleElement()
                .satisfies(item -> assertThat(item.over()).isTrue());
    }

    @Test
    void whatTheReporterTookBackIsToldAsOver() {
        var matter = told("取り下げる件");
        var wrong = sent(composed(CODE, Half.AM).id());
        desk.withdraw(matter.reference(), "思い違いでした", MIKA);
        assertThat(composed(CODE, Half.PM).items())
                .singleElement()
                .satisfies(item -> assertThat(item.over()).isTrue());
        assertThat(corrected(wrong).items())
                .singleElement()
                .satisfies(item -> assertThat(item.over()).isTrue());
    }

    @Test
    void anExtraEditionLeavesAWaitingCorrectionAlone() {
        var first = sent(composed(OFFICE, Half.EXTRA).id());
        var correction = reports.correct(first.id(), "件数を誤りました", DANA);
        assertThatThrownBy(() -> reports.compose(OFFICE, today, Half.EXTRA, "臨時", DANA))
                .hasMessage("desk.upward.draft-first");
        assertThat(reports.show(correction, DANA).words()).isEqualTo("件数を誤りました");
        sent(correction);
        var extra = reports.compose(OFFICE, today, Half.EXTRA, "臨時", DANA);
        assertThatThrownBy(() -> reports.correct(first.id(), "もう一度", DANA)).hasMessage("desk.upward.draft-first");
        assertThat(reports.show(extra, DANA).words()).isEqualTo("臨時");
        assertThat(reports.show(extra, DANA).corrects()).isEmpty();
    }
}
