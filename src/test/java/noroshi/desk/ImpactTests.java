package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a matter does to the event is said by the event owner, who learns no more of the matter than they are asked. */
@WholeHouse
@Import(Matters.class)
class ImpactTests {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Inquiries inquiries;

    @Autowired
    UpwardReports reports;

    @Autowired
    DeskDuties duties;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private Matter judged(String title, Impact impact, String extent) {
        var matter =
                desk.show(matters.reported(title, Optional.empty(), false, MIKA).reference(), DANA);
        judge(matter, impact, extent);
        return desk.show(matter.reference(), DANA);
    }

    private void judge(Matter matter, Impact impact, String extent) {
        var judgement = new Judgement(2, impact, extent, Visibility.NONE);
        triage.judge(matter, judgement, Optional.empty(), standing(matter).since(), DANA);
    }

    private Standing standing(Matter matter) {
        return triage.ticket(matter, DANA).standing();
    }

    private Inquiry asked(String words) {
        return inquiries.open(GEN).stream()
                .filter(it -> it.words().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theImpactIsUnconfirmedUntilTheLiaisonHasSaidIt() {
        var matter = judged("入場の仕組み", Impact.POSSIBLE, "");
        assertThat(standing(matter).confirmed()).isFalse();
        var before = duties.of(GEN).get().impacts();
        inquiries.ask(matter, OWNER, "入場の仕組みの遅れは競技に響くか", DANA);
        assertThat(duties.of(GEN).get().impacts()).isEqualTo(before + 1);
        inquiries.answer(asked("入場の仕組みの遅れは競技に響くか").id(), Impact.PRESENT, "会場 2 か所で入場に遅れ", GEN);
        var confirmed = standing(matter);
        assertThat(confirmed.confirmed()).isTrue();
        assertThat(confirmed.impact()).isEqualTo(Impact.PRESENT);
        assertThat(confirmed.extent()).isEqualTo("会場 2 か所で入場に遅れ");
        assertThat(confirmed.priority()).contains(2);
        assertThat(inquiries.of(matter, DANA))
                .singleElement()
                .satisfies(it -> assertThat(it.impact()).contains(Impact.PRESENT));

        triage.assign(matter, Optional.of(1), Optional.empty(), confirmed.since(), DANA);
        judge(matter, Impact.PRESENT, "会場 2 か所で入場に遅れ");
        assertThat(standing(matter).confirmed()).isTrue();
        judge(matter, Impact.PRESENT, "会場 3 か所に広がる");
        assertThat(standing(matter).confirmed()).isFalse();
    }

    @Test
    void theLiaisonReadsTheQuestionAndNothingElse() {
        var matter = judged("隠れた題名", Impact.POSSIBLE, "");
        inquiries.ask(matter, OWNER, "切符の販売の止まりは響くか", DANA);
        assertThatThrownBy(() -> desk.show(matter.reference(), GEN)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        matters.sql(GEN, "insert into desk.inquiry (words) select matter::text from desk.inquiry"))
                .hasStackTraceContaining("permission denied");
        assertThat(inquiries.of(matter, GEN)).isEmpty();
        var page = mvc.get().uri("/desk").with(as(GEN)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("切符の販売の止まりは響くか").doesNotContain("隠れた題名", matter.reference());
        for (var other : List.of(OTTO, MIKA, ED, KEI)) {
            assertThat(inquiries.open(other)).isEmpty();
            assertThatThrownBy(() -> inquiries.answer(asked("切符の販売の止まりは響くか").id(), Impact.NONE, "", other))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void itIsAskedByTheDeskAndAnsweredOnce() {
        var matter = judged("一度だけ聞く", Impact.POSSIBLE, "");
        assertThatThrownBy(() -> inquiries.ask(matter, OWNER, "x", MIKA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inquiries.ask(matter, STRANGERS, "x", DANA)).isInstanceOf(RuleBroken.class);
        inquiries.ask(matter, OWNER, "一度だけの問い", DANA);
        assertThatThrownBy(() -> inquiries.ask(matter, OWNER, "二度目", DANA)).isInstanceOf(RuleBroken.class);
        var asked = asked("一度だけの問い").id();
        assertThatThrownBy(() -> inquiries.answer(asked, Impact.PRESENT, " ", GEN))
                .isInstanceOf(RuleBroken.class);
        var refused = mvc.post()
                .uri("/desk/inquiries/" + asked)
                .with(as(GEN))
                .param("impact", "PRESENT")
                .param("extent", "")
                .exchange();
        assertThat(refused).hasStatus(422).bodyText().contains("一度だけの問い");
        inquiries.answer(asked, Impact.NONE, "", GEN);
        assertThatThrownBy(() -> inquiries.answer(asked, Impact.PRESENT, "やはり", GEN))
                .isInstanceOf(RuleBroken.class);
        assertThat(standing(matter).impact()).isEqualTo(Impact.NONE);
        assertThat(standing(matter).confirmed()).isTrue();
    }

    @Test
    void boardAndReportSayWhatIsUnconfirmed() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var matter = judged("未確認のまま上がる", Impact.PRESENT, "会場 1 か所");
        var board = mvc.get().uri("/desk").with(as(DANA)).exchange();
        assertThat(board).hasStatusOk().bodyText().contains("（未確認）");
        var day = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1);
        var item = item(reports.compose(Series.COORDINATION, day, Half.PM, "", DANA), matter);
        assertThat(item.unconfirmed()).isTrue();
        inquiries.ask(matter, OWNER, "会場 1 か所で合っているか", DANA);
        inquiries.answer(asked("会場 1 か所で合っているか").id(), Impact.PRESENT, "会場 1 か所", GEN);
        var again = reports.compose(Series.COORDINATION, day, Half.PM, "", DANA);
        assertThat(item(again, matter).unconfirmed()).isFalse();
        assertThat(mvc.get().uri("/desk/reports/" + again).with(as(TORU))).hasStatusOk();
    }

    private UpwardItem item(java.util.UUID report, Matter matter) {
        return reports.show(report, DANA).items().stream()
                .filter(it -> it.matter().equals(matter.topic().toString()))
                .findFirst()
                .orElseThrow();
    }
}
