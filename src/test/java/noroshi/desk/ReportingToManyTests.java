package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import noroshi.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each recipient has its own report: abridged, for everybody, or from the tickets. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=ReportingUpwardsTests") // what was reported before is reported no more
@Import(Matters.class)
class ReportingToManyTests {
    private static final String STUDY = "study-group";
    private static final String BROADCAST = "broadcast";
    private static final String OFFICE = "prime-minister";

    @Autowired
    UpwardReports reports;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    SupportDesk supports;

    @Autowired
    Topics topics;

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
        List.of(Series.COORDINATION, STUDY, BROADCAST, OFFICE)
                .forEach(series -> reports.begin(series, "宛先 " + series, TORU));
        matters.owner("update desk.rhythm set begun_at = null");
    }

    private Matter judged(String title, boolean hidden, Visibility visibility) {
        var reference = matters.reported(title, Optional.of(matters.system(AGENCY)), hidden, MIKA)
                .reference();
        var matter = desk.show(reference, DANA);
        var judgement = new Judgement(2, Impact.PRESENT, "第三競技場", visibility);
        var seen = triage.ticket(matter, DANA).standing().since();
        triage.judge(matter, judgement, Optional.empty(), seen, DANA);
        return desk.show(reference, DANA);
    }

    private UpwardReport composed(String series, Half half) {
        return reports.show(reports.compose(series, today, half, "", DANA), DANA);
    }

    private UpwardReport sent(UpwardReport draft) {
        reports.send(draft.id(), draft.composedAt(), TORU);
        return reports.show(draft.id(), TORU);
    }

    private String page(UpwardReport report) throws Exception {
        return mvc.get()
                .uri("/desk/reports/" + report.id())
                .with(as(TORU))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theAbridgedReportIsTheCopyThatWasSentWithoutNames() throws Exception {
        judged("改札の予約が止まった", false, Visibility.PUBLIC);
        assertThatThrownBy(() -> composed(STUDY, Half.AM)).isInstanceOf(RuleBroken.class);
        var source = composed(Series.COORDINATION, Half.AM);
        assertThatThrownBy(() -> composed(STUDY, Half.AM)).isInstanceOf(RuleBroken.class);
        sent(source);
        var abridged = sent(composed(STUDY, Half.AM));
        assertThat(abridged.drawnFrom()).contains(source.id());
        assertThat(abridged.number()).contains(1);
        assertThat(abridged.items()).singleElement().satisfies(item -> {
            assertThat(item.number()).isEqualTo(source.items().getFirst().number());
            assertThat(item.title()).isEmpty();
            assertThat(item.organisation()).isEmpty();
        });
        assertThat(page(abridged))
                .doesNotContain("改札の予約", "東都鉄道")
                .contains(item(source).number());
        assertThat(page(reports.show(source.id(), TORU))).contains("改札の予約", "東都鉄道");
    }

    private static UpwardItem item(UpwardReport report) {
        return report.items().getFirst();
    }

    @Test
    void whatIsCorrectedAboveIsCorrectedBelow() {
        var source = sent(composed(Series.COORDINATION, Half.AM));
        var abridged = sent(composed(STUDY, Half.AM));
        var waiting = composedPm();
        assertThat(reports.overtaken(DANA)).isEmpty();
        sent(reports.show(reports.correct(source.id(), "件数の誤り", DANA), DANA));
        assertThat(reports.overtaken(DANA)).extracting(UpwardReport::id).containsExactly(abridged.id());
        assertThat(mvc.get().uri("/desk/reports").with(as(TORU))).bodyText().contains("もとの報告が訂正されています");
        var correction = reports.show(reports.correct(abridged.id(), "もとの訂正による", DANA), DANA);
        assertThat(correction.corrects()).contains(abridged.id());
        sent(correction);
        assertThat(reports.overtaken(DANA)).isEmpty();
        assertThat(reports.overtaken(OTTO)).isEmpty();
        sent(reports.show(reports.correct(waiting.drawnFrom().orElseThrow(), "追加", DANA), DANA));
        assertThatThrownBy(() -> sent(waiting)).isInstanceOf(RuleBroken.class);
    }

    private UpwardReport composedPm() {
        sent(composed(Series.COORDINATION, Half.PM));
        return composed(STUDY, Half.PM);
    }

    @Test
    void everybodyWhoTakesPartReadsTheBroadcastAndNobodysName() {
        var matter = judged("改札の予約が止まった", false, Visibility.PUBLIC);
        var report = composed(BROADCAST, Half.DAY);
        assertThat(report.items()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.matter()).isEmpty();
            assertThat(item.number()).isEmpty();
            assertThat(item.extent()).isEmpty();
        });
        assertThat(report.activity().getOrDefault(UpwardReport.Activity.REPORTS, 0))
                .isPositive();
        assertThat(report.topic()).isEmpty();
        var topic = sent(report).topic().orElseThrow();
        for (var reader : List.of(OTTO, SORA, MIKA, JUN, DANA)) {
            var page = topics.texts(topic, 1, reader).values().iterator().next();
            assertThat(page.title()).contains("日次の情報発信");
            assertThat(page.body())
                    .contains("センターの活動", "What the Centre did")
                    .doesNotContain("改札", "東都鉄道", "第三競技場", matter.reference(), "desk.");
        }
    }

    @Test
    void aBroadcastThatNobodyWouldReadIsNotSent() {
        var draft = composed(BROADCAST, Half.DAY);
        matters.owner("update community.community set everyone_taking_part = false where code = 'all'");
        try {
            assertThatThrownBy(() -> sent(draft)).hasMessage("desk.broadcast.nobody");
            assertThat(mvc.post()
                            .uri("/desk/reports/" + draft.id() + "/sending")
                            .with(as(TORU))
                            .param("seen", draft.composedAt().toString()))
                    .hasStatus(422)
                    .bodyText()
                    .contains("コミュニティをつくる");
        } finally {
            matters.owner("update community.community set everyone_taking_part = true where code = 'all'");
        }
        assertThat(reports.show(draft.id(), TORU).sent()).isFalse();
        assertThat(sent(draft).topic()).isPresent();
    }

    @Test
    void theOfficeReadsWhatTheTicketSays() throws Exception {
        var matter = judged("改札の予約が止まった", false, Visibility.PUBLIC);
        judged("名前を伏せた案件", true, Visibility.PUBLIC);
        triage.note(matter, new NewNote(NoteKind.DECISION, "会場へ連絡する", Optional.empty()), DANA);
        triage.note(matter, new NewNote(NoteKind.NOTE, "内緒の下書き", Optional.empty()), DANA);
        var help = new NewSupport(
                AGENCY, Set.of(SupportKind.INVESTIGATION), Support.Mode.REMOTE, "見てほしい", "一度", Optional.empty());
        supports.ask(desk.show(matter.reference(), DANA), help, DANA);
        var report = sent(composed(OFFICE, Half.DAY));
        var extract = item(report).record().orElseThrow();
        assertThat(extract.decisions()).containsExactly("会場へ連絡する");
        assertThat(extract.agencies()).containsExactly("情報保全機構");
        assertThat(report.items())
                .filteredOn(it -> it.title().equals("名前を伏せた案件"))
                .singleElement()
                .satisfies(it -> assertThat(it.organisation()).isEmpty());
        assertThat(page(report)).contains("会場へ連絡する", "情報保全機構", "改札の予約").doesNotContain("内緒の下書き");
        var again = composed(OFFICE, Half.EXTRA);
        assertThat(again.items()).hasSize(2).noneMatch(UpwardItem::fresh);
        sent(again);
        var third = composed(OFFICE, Half.EXTRA);
        assertThat(third.edition()).isEqualTo(2);
        assertThat(third.corrects()).isEmpty();
        assertThatThrownBy(() -> reports.correct(again.id(), "誤り", DANA)).isInstanceOf(RuleBroken.class);
        sent(third);
        assertThat(reports.show(reports.correct(again.id(), "誤り", DANA), DANA).corrects())
                .contains(again.id());
        assertThatThrownBy(() -> composed(Series.COORDINATION, Half.EXTRA)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void timesAndRuleAreConfiguration() {
        var matter = judged("影響のある案件", false, Visibility.NONE);
        assertThat(composed(Series.COORDINATION, Half.AM).items())
                .extracting(UpwardItem::matter)
                .contains(matter.topic().toString());
        var before = reports.series(DANA).getFirst();
        try {
            var noon = Map.of(Half.AM, LocalTime.of(0, 0), Half.PM, LocalTime.of(23, 59));
            reports.arrange(
                    Series.COORDINATION, noon, new Rule(Set.of(), Set.of(Visibility.PUBLIC), Optional.empty()), TORU);
            assertThat(composed(Series.COORDINATION, Half.AM).items()).isEmpty();
            assertThat(reports.missed(DANA))
                    .filteredOn(slot -> slot.series().code().equals(Series.COORDINATION))
                    .singleElement()
                    .satisfies(slot -> assertThat(slot.half()).isEqualTo(Half.AM));
            assertThatThrownBy(() -> reports.arrange(
                            Series.COORDINATION, noon, new Rule(Set.of(), Set.of(), Optional.empty()), TORU))
                    .isInstanceOf(RuleBroken.class);
            assertThatThrownBy(() ->
                            reports.arrange(Series.COORDINATION, Map.of(Half.DAY, LocalTime.NOON), before.rule(), TORU))
                    .isInstanceOf(RuleBroken.class);
        } finally {
            reports.arrange(Series.COORDINATION, before.times(), before.rule(), TORU);
        }
        assertThat(mvc.post()
                        .uri("/desk/reports/series/coordination")
                        .param("AM", "zehn")
                        .param("PM", "17:00")
                        .param("impact", "PRESENT")
                        .with(as(TORU)))
                .hasStatus(422);
    }

    @Test
    void nobodyElseHasAnythingToDoWithThem() {
        var id = sent(composed(Series.COORDINATION, Half.AM)).id();
        for (var other : List.of(MIKA, OTTO, ED, JUN, ADA, MINA)) {
            assertThatThrownBy(() -> reports.series(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reports.begin(OFFICE, "私", other)).isInstanceOf(NotFound.class);
            assertThat(mvc.get().uri("/desk/reports/" + id).with(as(other))).hasStatus(404);
            assertThat(matters.sql(other, "update desk.slot set due_at = '00:00'"))
                    .isZero();
            assertThat(matters.sql(other, "update desk.series set severity = 0"))
                    .isZero();
        }
        assertThatThrownBy(() -> reports.compose(OFFICE, today, Half.DAY, "", TORU))
                .isInstanceOf(NotAllowed.class);
    }

    /** What is missing of any series is on the board, on home and on the page of reports. */
    @Test
    void whatIsMissingCannotBeOverlooked() {
        matters.owner(
                "update desk.rhythm set first_day = '%s' where series = '%s'".formatted(today.minusDays(1), OFFICE));
        assertThat(reports.missed(DANA)).anyMatch(slot -> slot.series().code().equals(OFFICE));
        assertThat(mvc.get().uri("/desk/reports").with(as(TORU))).bodyText().contains("官邸への報告", "が出ていません");
        assertThat(mvc.get().uri("/desk").with(as(DANA))).bodyText().contains("回出ていません");
        assertThat(mvc.get().uri("/").with(as(TORU))).bodyText().contains("/desk/reports");
    }
}
