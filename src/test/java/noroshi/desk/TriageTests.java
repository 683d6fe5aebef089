package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeHouse
@Import(Matters.class)
class TriageTests {
    private static final Judgement HIGH = new Judgement(2, Impact.NONE, "", Visibility.POSSIBLE);

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    Conversation conversation;

    private Matter reported(String title) {
        var matter = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        return desk.show(matter.reference(), DANA);
    }

    private Instant seen(Matter matter) {
        return triage.ticket(matter, DANA).standing().since();
    }

    private Instant read(Matter matter) {
        return triage.lastWord(matter, DANA);
    }

    private Card card(Matter matter, Optional<Instant> at) {
        return triage.board(at, DANA).cards().stream()
                .filter(card -> card.matter().equals(matter.topic()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyMatterHasATicketWithANumberOfTheYear() {
        var first = triage.ticket(reported("一つ目"), DANA);
        var second = triage.ticket(reported("二つ目"), DANA);
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(second.year()).isEqualTo(first.year());
    }

    @Test
    void aMatterGoesOverTheBoard() {
        var matter = reported("盤面");
        assertThat(card(matter, Optional.empty()).lane()).isEqualTo(Lane.NEW);
        triage.acknowledge(matter, DANA);
        triage.judge(desk.show(matter.reference(), DANA), HIGH, Optional.empty(), seen(matter), DANA);
        triage.assign(matter, Optional.of(2), Optional.of(DANA.person()), seen(matter), DANA);
        var card = card(matter, Optional.empty());
        assertThat(card.lane()).isEqualTo(Lane.CHECKING);
        assertThat(card.standing().team()).contains(2);
        assertThat(triage.board(Optional.empty(), DANA).load(2)).isPositive();
        triage.show(desk.show(matter.reference(), DANA), Status.CONTAINED, "収束しました", seen(matter), DANA);
        assertThat(desk.show(matter.reference(), JUN).latest()).isEqualTo("収束しました");
        triage.close(
                desk.show(matter.reference(), DANA),
                new Closure("対処済み", "余裕を見る", Classification.NONE),
                read(matter),
                DANA);
        assertThat(card(matter, Optional.empty()).lane()).isEqualTo(Lane.DONE);
    }

    @Test
    void theBoardIsAskedForAnyMoment() {
        var matter = reported("あのとき");
        var before = seen(matter);
        triage.judge(matter, HIGH, Optional.empty(), before, DANA);
        triage.close(
                desk.show(matter.reference(), DANA), new Closure("済み", "", Classification.NONE), read(matter), DANA);
        assertThat(card(matter, Optional.of(before)).lane()).isEqualTo(Lane.NEW);
        assertThat(card(matter, Optional.of(before)).standing().priority()).isEmpty();
        assertThat(triage.board(Optional.of(before.minusSeconds(1)), DANA).cards())
                .noneSatisfy(card -> assertThat(card.matter()).isEqualTo(matter.topic()));
    }

    @Test
    void oneOfTwoOfficersWhoJudgeAtOnceIsToldOfTheOther() {
        var matter = reported("二人同時");
        var seen = seen(matter);
        triage.judge(matter, HIGH, Optional.empty(), seen, DANA);
        assertThatThrownBy(() -> triage.judge(matter, HIGH, Optional.empty(), seen, DANA))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void aConsultationIsAnsweredInOneReply() {
        var reference = desk.report(Matters.consultation("一度で答える"), Locale.JAPANESE, SORA);
        var asDesk = desk.show(reference, DANA);
        triage.answer(asDesk, "手順書をお送りします。", true, List.of(), read(asDesk), DANA);
        var answered = desk.show(reference, SORA);
        assertThat(answered.status()).isEqualTo(Status.CLOSED);
        assertThat(answered.waitingSince()).isEmpty();
        assertThat(conversation.thread(answered.topic(), SORA)).hasSize(1);
    }

    @Test
    void theTicketIsInNobodysPagesOutsideTheDesk() {
        var matter = reported("内部のこと");
        var secret = "ないしょ" + System.identityHashCode(matter);
        triage.note(matter, new NewNote(NoteKind.NOTE, secret, Optional.of(15)), DANA);
        assertThat(triage.ticket(matter, DANA).notes()).extracting(Note::body).contains(secret);
        assertThat(triage.ticket(matter, DANA).minutes()).isEqualTo(15);
        for (var other : List.of(MIKA, RIN, JUN, MINA, PAUL, OTTO, ED, ADA, TORU)) {
            assertThatThrownBy(() -> triage.ticket(matter, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> triage.board(Optional.empty(), other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> triage.note(matter, new NewNote(NoteKind.NOTE, "x", Optional.empty()), other))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> triage.answer(matter, "x", false, List.of(), Instant.MAX, other))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(
                            () -> triage.close(matter, new Closure("x", "x", Classification.NONE), Instant.MAX, other))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aTaskIsDoneOnce() {
        var matter = reported("作業");
        var task = triage.note(matter, new NewNote(NoteKind.TASK, "折り返す", Optional.empty()), DANA);
        triage.done(matter, task, DANA);
        assertThatThrownBy(() -> triage.done(matter, task, DANA)).isInstanceOf(NotFound.class);
    }

    @Test
    void theGravestViewpointIsTheSeverityAndMayWaitUntilTheEnd() {
        var matter = reported("分類は終わりに");
        assertThat(triage.ticket(matter, DANA).standing().classification()).isEqualTo(Classification.NONE);
        var classified = new Classification(
                Optional.of(Cause.DOS),
                Optional.of(Effect.SITE_VIEWING),
                Optional.of(Rsit.AVAILABILITY_DDOS),
                Optional.of(new Severity(1, 0, 3)));
        triage.close(matter, new Closure("復旧", "余裕を見る", classified), read(matter), DANA);
        var ticket = triage.ticket(matter, DANA);
        assertThat(ticket.standing().classification()).isEqualTo(classified);
        assertThat(ticket.lessons()).isEqualTo("余裕を見る");
        assertThat(new Severity(1, 0, 3).level()).isEqualTo(3);
        desk.say(matter.reference(), "また起きました", List.of(), MIKA);
        triage.classify(matter, classified, read(matter), DANA);
        assertThat(triage.ticket(matter, DANA).standing().status()).isEqualTo(Status.RESPONDING);
        assertThat(triage.ticket(matter, DANA).standing().classification()).isEqualTo(classified);
    }

    @Test
    void aSeverityHasThreeViewpoints() {
        assertThat(Severity.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThatThrownBy(() -> Severity.of(Optional.of(2), Optional.empty(), Optional.of(1)))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new Severity(5, 0, 0)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void impactNeedsItsExtent() {
        assertThatThrownBy(() -> new Judgement(1, Impact.PRESENT, "", Visibility.NONE))
                .isInstanceOf(RuleBroken.class);
    }
}
