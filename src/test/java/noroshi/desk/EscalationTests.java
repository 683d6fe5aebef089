package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.notification.Notifications;
import noroshi.notification.What;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.MutableClock;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever waits too long: overdue on the board, then the Overall Lead, then the telephone. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=EscalationTests") // everybody's clocks run out: a house of its own
@Import({Matters.class, MutableClock.class})
class EscalationTests {
    private static final Duration SECOND = Duration.ofMinutes(15);

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    SupportDesk supports;

    @Autowired
    Telephone telephone;

    @Autowired
    DeskDuties duties;

    @Autowired
    ChaseClocks chase;

    @Autowired
    MutableClock clock;

    @Autowired
    Matters matters;

    @Autowired
    Notifications notifications;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    DeskSettings settings;

    @Autowired
    Inquiries inquiries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private Matter reported(String title) {
        var matter = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        return desk.show(matter.reference(), DANA);
    }

    private void pass(Duration time) {
        clock.advance(time.plusSeconds(1));
        chase.chase();
    }

    private List<What> told(Actor actor) {
        return notifications.list(false, new Window(0, 100), actor).stream()
                .map(row -> row.shown().outline().what())
                .toList();
    }

    private Optional<Call> call(Matter matter) {
        return telephone.calls(DANA).stream()
                .filter(it -> it.matter().equals(matter.topic()))
                .findFirst();
    }

    private Card.Late late(Matter matter) {
        return triage.board(Optional.empty(), DANA).cards().stream()
                .filter(card -> card.matter().equals(matter.topic()))
                .findFirst()
                .flatMap(Card::late)
                .orElseThrow();
    }

    @Test
    void aMatterNobodyTakesClimbsToTheTelephone() {
        var matter = reported("だれも受け付けない");
        pass(settings.acknowledgeWithin());
        assertThat(late(matter).clock()).isEqualTo(Card.Clock.ACKNOWLEDGE);
        assertThat(late(matter).over()).isTrue();
        assertThat(matters.second(DANA)).doesNotContain(matter.topic());

        var before = telephone.escalated(TORU);
        pass(settings.secondAfter());
        assertThat(matters.second(DANA)).contains(matter.topic());
        assertThat(telephone.escalated(TORU)).isEqualTo(before + 1);
        assertThat(duties.of(TORU).get().escalated()).isEqualTo(before + 1);
        assertThat(call(matter)).isEmpty();
        onItsWay.untilTold();
        assertThat(told(TORU)).contains(What.MATTER_LATE).doesNotContain(What.MATTER_CALL);

        pass(settings.callAfter().minus(SECOND));
        chase.chase();
        assertThat(telephone.calls(DANA).stream().filter(it -> it.matter().equals(matter.topic())))
                .singleElement()
                .satisfies(it -> assertThat(it.organisation()).isEqualTo(RAILWAY));
        assertThat(duties.of(DANA).get().calls()).isPositive();
        onItsWay.untilTold();
        assertThat(told(DANA)).contains(What.MATTER_CALL);
        for (var other : List.of(MIKA, OTTO, ED)) {
            assertThat(told(other)).doesNotContain(What.MATTER_CALL, What.MATTER_LATE);
        }
    }

    @Test
    void whatWasDoneMeanwhileNeedsNoCall() {
        var matter = reported("まにあった");
        pass(settings.acknowledgeWithin().plus(settings.callAfter()));
        assertThat(call(matter)).isPresent();
        triage.answer(matter, "確認しています", false, List.of(), triage.lastWord(matter, DANA), DANA);
        assertThat(call(matter)).isEmpty();
        assertThat(matters.second(DANA)).doesNotContain(matter.topic());
    }

    @Test
    void aCallIsTriedUntilSomebodyAnswersAndIsWrittenDown() {
        var matter = reported("電話の記録");
        pass(settings.acknowledgeWithin().plus(settings.callAfter()));
        var call = call(matter).orElseThrow().id();
        assertThatThrownBy(() -> telephone.called(call, true, " ", DANA)).isInstanceOf(RuleBroken.class);
        telephone.called(call, false, "呼び出しのみ", DANA);
        assertThat(call(matter))
                .hasValueSatisfying(it -> assertThat(it.triedAt()).isPresent());
        telephone.called(call, true, "受付が遅れている旨を伝えた", DANA);
        assertThat(call(matter)).isEmpty();
        assertThat(triage.ticket(matter, DANA).notes())
                .filteredOn(note -> note.kind() == NoteKind.CALL)
                .extracting(Note::body)
                .containsExactly("受付が遅れている旨を伝えた", "呼び出しのみ");
        assertThat(desk.steps(matter, MIKA)).extracting(Step::act).containsOnlyOnce("telephoned");
        pass(Duration.ofMinutes(5));
        assertThat(call(matter)).isEmpty();
    }

    @Test
    void whoWaitsForAReplyIsCalledToo() {
        var matter = reported("返事がない");
        triage.answer(matter, "確認しています", false, List.of(), triage.lastWord(matter, DANA), DANA);
        triage.judge(
                desk.show(matter.reference(), DANA),
                new Judgement(3, Impact.NONE, "", Visibility.NONE),
                Optional.empty(),
                triage.ticket(matter, DANA).standing().since(),
                DANA);
        pass(settings.replyWithin().plus(settings.callAfter()));
        assertThat(call(matter)).isEmpty();
        desk.say(matter.reference(), "まだ止まっています", List.of(), MIKA);
        pass(settings.replyWithin().plus(settings.callAfter()));
        assertThat(call(matter)).hasValueSatisfying(it -> assertThat(it.clock()).isEqualTo(Card.Clock.REPLY));
    }

    @Test
    void anAgencyThatDoesNotAnswerIsCalled() {
        var matter = reported("機構が黙っている");
        triage.answer(matter, "確認しています", false, List.of(), triage.lastWord(matter, DANA), DANA);
        var wanted = new NewSupport(
                AGENCY, Set.of(SupportKind.INVESTIGATION), Support.Mode.REMOTE, "見てほしい", "一度", Optional.empty());
        var support = supports.ask(desk.show(matter.reference(), DANA), wanted, DANA);
        pass(settings.helpWithin().plus(settings.callAfter()));
        assertThat(late(matter).clock()).isEqualTo(Card.Clock.HELP);
        var call = call(matter).orElseThrow();
        assertThat(call.clock()).isEqualTo(Card.Clock.HELP);
        assertThat(call.organisation()).isEqualTo(AGENCY);
        assertThat(call.contact()).isEmpty();
        telephone.called(call.id(), true, "折り返すとのこと", DANA);
        assertThat(desk.steps(matter, MIKA)).extracting(Step::act).doesNotContain("telephoned");
        supports.answer(desk.show(matter.reference(), JUN), support, Support.Verdict.ACCEPTED, "", JUN);
        assertThat(triage.board(Optional.empty(), DANA).cards())
                .filteredOn(card -> card.matter().equals(matter.topic()))
                .allSatisfy(card -> assertThat(card.late()).isEmpty());
    }

    @Test
    void anEventOwnerWhoDoesNotAnswerIsCalled() {
        var matter = reported("組織委員会が黙っている");
        triage.answer(matter, "確認しています", false, List.of(), triage.lastWord(matter, DANA), DANA);
        triage.judge(
                desk.show(matter.reference(), DANA),
                new Judgement(3, Impact.POSSIBLE, "", Visibility.NONE),
                Optional.empty(),
                triage.ticket(matter, DANA).standing().since(),
                DANA);
        inquiries.ask(desk.show(matter.reference(), DANA), OWNER, "開会式に響くか", DANA);
        pass(settings.helpWithin());
        assertThat(late(matter).clock()).isEqualTo(Card.Clock.IMPACT);
        assertThat(matters.second(DANA)).doesNotContain(matter.topic());
        var before = telephone.escalated(TORU);
        pass(settings.secondAfter());
        assertThat(matters.second(DANA)).contains(matter.topic());
        assertThat(telephone.escalated(TORU)).isEqualTo(before + 1);
        pass(settings.callAfter());
        var call = call(matter).orElseThrow();
        assertThat(call.clock()).isEqualTo(Card.Clock.IMPACT);
        assertThat(call.organisation()).isEqualTo(OWNER);
        assertThat(page("/desk", DANA)).contains("大会影響の確認への回答がありません");
        telephone.called(call.id(), false, "席にいない", DANA);
        assertThat(desk.steps(matter, MIKA)).extracting(Step::act).doesNotContain("telephoned");
        inquiries.answer(inquiries.open(GEN).getFirst().id(), Impact.NONE, "", GEN);
        assertThat(call(matter)).isEmpty();
        assertThat(triage.board(Optional.empty(), DANA).cards())
                .filteredOn(card -> card.matter().equals(matter.topic()))
                .allSatisfy(card -> assertThat(card.late()).isEmpty());
        for (var other : List.of(GEN, MIKA, OTTO, JUN)) {
            matters.during(
                    other,
                    () -> assertThat(jdbc.sql("select count(*) from desk.open_inquiries()")
                                    .query(Integer.class)
                                    .single())
                            .isZero());
        }
    }

    @Test
    void anAgencyIsRemindedOnceBeforeAnybodyElseLearnsOfIt() {
        var matter = reported("思い出してもらう");
        triage.answer(matter, "確認しています", false, List.of(), triage.lastWord(matter, DANA), DANA);
        var wanted = new NewSupport(
                AGENCY, Set.of(SupportKind.INVESTIGATION), Support.Mode.REMOTE, "見てほしい", "一度", Optional.empty());
        supports.ask(desk.show(matter.reference(), DANA), wanted, DANA);
        assertThat(steps(matter)).isEmpty();
        pass(settings.helpWithin());
        chase.chase();
        assertThat(steps(matter)).containsExactly("REMIND");
        pass(settings.callAfter());
        assertThat(steps(matter)).containsExactlyInAnyOrder("REMIND", "SECOND", "CALL");
    }

    private List<String> steps(Matter matter) {
        var steps = new ArrayList<String>();
        matters.during(
                DANA,
                () -> steps.addAll(jdbc.sql("select step from desk.chase where matter = :matter and clock = 'HELP'")
                        .param("matter", matter.topic())
                        .query(String.class)
                        .list()));
        return steps;
    }

    @Test
    void theTelephoneIsTheDesks() {
        var matter = reported("だれの電話か");
        pass(settings.acknowledgeWithin().plus(settings.callAfter()));
        var call = call(matter).orElseThrow().id();
        for (var other : List.of(MIKA, RIN, JUN, MINA, GEN, OTTO, ED, ADA, TORU)) {
            assertThat(telephone.calls(other)).isEmpty();
            assertThatThrownBy(() -> matters.second(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> telephone.called(call, true, "x", other)).isInstanceOf(NotFound.class);
        }
        for (var other : List.of(MIKA, JUN, OTTO, ED)) {
            assertThat(telephone.escalated(other)).isZero();
        }
        assertThat(page("/desk/reports", TORU)).contains("期限を大きく過ぎて");
        var board = page("/desk", DANA);
        assertThat(board).contains("電話する相手", "だれの電話か", "統括責任者へ連絡済み", "電話番号の登録がありません");
    }

    private String page(String path, Actor actor) {
        var page = mvc.get().uri(path).with(as(actor)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
