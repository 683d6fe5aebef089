package noroshi.watch;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.desk.Changed;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Impact;
import noroshi.desk.Judgement;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.desk.NewNote;
import noroshi.desk.NewSupport;
import noroshi.desk.NoteKind;
import noroshi.desk.Series;
import noroshi.desk.Support;
import noroshi.desk.SupportDesk;
import noroshi.desk.SupportKind;
import noroshi.desk.Triage;
import noroshi.desk.UpwardReports;
import noroshi.desk.Visibility;
import noroshi.insight.NewProgramme;
import noroshi.insight.Programme;
import noroshi.insight.Programmes;
import noroshi.membership.Circle;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.MutableClock;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** One shift tells the next what changed and what is open; what was told stays, and silence is on the board. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=HandingOverTests") // the clock runs through shifts: a house of its own
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Matters.class, MutableClock.class})
class HandingOverTests {
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    @Autowired
    Rota rota;

    @Autowired
    Handovers handovers;

    @Autowired
    Programmes programmes;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    SupportDesk supports;

    @Autowired
    UpwardReports reports;

    @Autowired
    Members members;

    @Autowired
    Matters matters;

    @Autowired
    MutableClock clock;

    @Autowired
    MockMvcTester mvc;

    /** An event in event mode, and Ed as the second officer of the desk. */
    @BeforeAll
    void begin() {
        var today = rota.today();
        var games = programmes.start(
                new NewProgramme(
                        "大会", "Games", today.minusDays(1), today.plusDays(60), Optional.empty(), Optional.empty()),
                ADA);
        programmes.mode(games, Programme.Mode.EVENT, ADA);
        matters.during(
                ADA, () -> members.admit(members.office(OfficeKind.DUTY_DESK), Circle.OFFICE, ED.person(), false, ADA));
    }

    /** A shift begins just now, with Dana on watch; whatever was owed before has been handed over. */
    private Shift begun() {
        var next = rota.at(rota.now(), DANA).next().orElseThrow().shift();
        clock.advance(Duration.between(rota.now(), next.begins()).plusSeconds(1));
        settle();
        rota.enter(
                new NewDuty(next.day(), next.day(), Set.of(next.key()), "WATCH_OFFICER", DANA.person(), "090-1"), DANA);
        return next;
    }

    private void settle() {
        handovers.draft(DANA).ifPresent(it -> handovers.handOver(it.begins(), "", DANA));
        handovers
                .toTake(ED)
                .forEach(it -> handovers.take(it.id(), "", it.handedBy().equals(ED.person()) ? DANA : ED));
    }

    private Matter reported(String title) {
        var matter = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        return desk.show(matter.reference(), DANA);
    }

    private List<Changed> of(List<Changed> facts, Changed.What what, Matter matter) {
        return facts.stream()
                .filter(it -> it.what() == what && it.reference().equals(matter.reference()))
                .toList();
    }

    @Test
    void theSheetTellsWhatChangedAndWhatIsOpen() {
        begun();
        var old = reported("前からの案件");
        begun();
        var fresh = reported("当直中の案件");
        triage.answer(old, "確認しています", false, List.of(), triage.lastWord(old, DANA), DANA);
        triage.judge(
                desk.show(old.reference(), DANA),
                new Judgement(2, Impact.NONE, "", Visibility.NONE),
                Optional.empty(),
                triage.ticket(old, DANA).standing().since(),
                DANA);
        triage.note(old, new NewNote(NoteKind.DECISION, "公表はしない", Optional.empty()), DANA);
        triage.note(old, new NewNote(NoteKind.TASK, "相手に折り返す", Optional.empty()), DANA);
        supports.ask(
                desk.show(old.reference(), DANA),
                new NewSupport(
                        AGENCY,
                        Set.of(SupportKind.INVESTIGATION),
                        Support.Mode.REMOTE,
                        "見てほしい",
                        "一度",
                        Optional.empty()),
                DANA);
        matters.inquiry(old, OWNER);
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        assertThat(handovers.draft(DANA)).isEmpty();
        clock.advance(EIGHT_HOURS.minusMinutes(30));
        var draft = handovers.draft(DANA).orElseThrow();
        var facts = draft.facts();
        assertThat(of(facts, Changed.What.ARRIVED, fresh)).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo("SUBMITTED");
            assertThat(it.words()).isEqualTo("東都鉄道");
        });
        assertThat(of(facts, Changed.What.ARRIVED, old)).isEmpty();
        assertThat(of(facts, Changed.What.MOVED, old))
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo("SUBMITTED SUPPORT_COORDINATING"));
        assertThat(of(facts, Changed.What.DECISION, old))
                .extracting(Changed::words)
                .containsExactly("公表はしない");
        assertThat(of(facts, Changed.What.TASK, old)).extracting(Changed::words).containsExactly("相手に折り返す");
        assertThat(of(facts, Changed.What.SUPPORT, old))
                .extracting(Changed::code, Changed::words)
                .containsExactly(tuple("OPEN", "情報保全機構"));
        assertThat(of(facts, Changed.What.INQUIRY, old))
                .extracting(Changed::words)
                .containsExactly("大会組織委員会");
        assertThat(of(facts, Changed.What.CLOCK, fresh))
                .extracting(Changed::code)
                .containsExactly("ACKNOWLEDGE");
        assertThat(facts).anyMatch(it -> it.what() == Changed.What.EDITION);
        assertThat(page("/desk/watch/sheets")).contains("状況報告");
        matters.owner("update membership.person set locale = 'en' where id = '%s'".formatted(ED.person()));
        var english = mvc.get().uri("/desk/watch/sheets").with(as(ED)).exchange();
        assertThat(english)
                .hasStatusOk()
                .bodyText()
                .contains("Situation report")
                .doesNotContain("状況報告");
        matters.owner("update membership.person set locale = 'ja' where id = '%s'".formatted(ED.person()));
        reports.end(Series.COORDINATION, DANA);
    }

    @Test
    void whatIsMissingStandsOnTheBoardUntilItIsDone() {
        var shift = begun();
        assertThat(handovers.missing(DANA).any()).isFalse();
        clock.advance(EIGHT_HOURS.plusMinutes(31));
        assertThat(handovers.missing(DANA).owed())
                .singleElement()
                .satisfies(it -> assertThat(it.begins()).isEqualTo(shift.begins()));
        assertThat(page("/desk")).contains("引き継がれていない当直が 1 あります");
        assertThat(page("/")).contains("当直の引継ぎ 1 件");
        var id = handovers.handOver(shift.begins(), "夜に一度、再発しました。", DANA);
        assertThat(handovers.missing(DANA).any()).isFalse();
        assertThat(page("/desk")).contains("次の当直の確認を待つ引継ぎ票").doesNotContain("引き継がれていない当直が");
        clock.advance(Duration.ofMinutes(31));
        assertThat(page("/desk")).contains("引継ぎ票を、だれも確認していません");
        assertThat(handovers.waiting(ED).get()).isEqualTo(1);
        assertThat(handovers.waiting(DANA).get()).isZero();
        assertThatThrownBy(() -> handovers.take(id, "", DANA)).isInstanceOf(RuleBroken.class);
        assertThat(mvc.post()
                        .uri("/desk/watch/sheets/" + id + "/acknowledgement")
                        .with(as(ED))
                        .param("answer", "引き受けました"))
                .hasStatus(303);
        assertThat(page("/desk")).doesNotContain("だれも確認していません");
        assertThat(handovers.show(id, DANA).taken())
                .hasValueSatisfying(it -> assertThat(it.answer()).isEqualTo("引き受けました"));
        assertThatThrownBy(() -> handovers.take(id, "", ED)).isInstanceOf(RuleBroken.class);
        assertThat(page("/desk/watch/sheets/" + id)).contains("夜に一度、再発しました。", "引き受けました");
    }

    @Test
    void aLaterSheetCoversWhatWasNotHandedOver() {
        var missed = begun();
        var matter = reported("だれも渡さなかった案件");
        clock.advance(EIGHT_HOURS);
        var next = rota.at(rota.now(), DANA).shift();
        rota.enter(new NewDuty(next.day(), next.day(), Set.of(next.key()), "WATCH_OFFICER", ED.person(), ""), DANA);
        clock.advance(EIGHT_HOURS);
        assertThat(handovers.draft(ED).orElseThrow().begins()).isEqualTo(next.begins());
        assertThatThrownBy(() -> handovers.handOver(missed.begins(), "", ED)).isInstanceOf(RuleBroken.class);
        var id = handovers.handOver(next.begins(), "", ED);
        assertThat(of(handovers.show(id, ED).facts(), Changed.What.ARRIVED, matter))
                .hasSize(1);
        assertThat(handovers.show(id, ED).since()).isBefore(missed.ends());
        clock.advance(Duration.ofHours(1));
        assertThat(handovers.missing(DANA).owed()).isEmpty();
    }

    @Test
    void whatWasHandedOverIsNeverChanged() {
        var shift = begun();
        var matter = reported("動く案件");
        clock.advance(EIGHT_HOURS);
        var id = handovers.handOver(shift.begins(), "言葉", DANA);
        var before = handovers.show(id, ED).facts();
        triage.acknowledge(matter, DANA);
        assertThat(handovers.show(id, ED).facts()).isEqualTo(before);
        assertThatThrownBy(() -> handovers.handOver(shift.begins(), "もう一度", ED)).isInstanceOf(RuleBroken.class);
        for (var change : List.of(
                "update watch.sheet set words = 'x' where id = ?",
                "update watch.sheet set facts = '[]' where id = ?",
                "delete from watch.sheet where id = ?")) {
            assertThatThrownBy(() -> matters.sql(DANA, change, id)).isInstanceOf(DataAccessException.class);
        }
        handovers.take(id, "", ED);
        assertThatThrownBy(() -> matters.sql(
                        ED, "update watch.sheet set answer = 'x', taken_by = ? where id = ?", ED.person(), id))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyElseFindsASheet() {
        var shift = begun();
        reported("渡された秘密の案件");
        clock.advance(EIGHT_HOURS);
        var id = handovers.handOver(shift.begins(), "渡された秘密の言葉", DANA);
        for (var other : List.of(OTTO, MIKA, RIN, JUN, GEN, KEI, ADA, TORU)) {
            assertThatThrownBy(() -> handovers.newest(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> handovers.show(id, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> handovers.draft(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> handovers.take(id, "", other)).isInstanceOf(NotFound.class);
            assertThat(handovers.missing(other).any()).isFalse();
            assertThat(handovers.waiting(other).get()).isZero();
            assertThat(handovers.toTake(other)).isEmpty();
            assertThat(mvc.get().uri("/desk/watch/sheets/" + id).with(as(other)))
                    .hasStatus(404);
            assertThat(mvc.get().uri("/desk/watch/sheets").with(as(other))).hasStatus(404);
            assertThat(mvc.get().uri("/search?q=渡された秘密の言葉").with(as(other)))
                    .bodyText()
                    .doesNotContain("/desk/watch");
            assertThat(matters.count(other, "select count(*) from watch.sheet")).isZero();
        }
    }

    private String page(String path) {
        var page = mvc.get().uri(path).with(as(DANA)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
