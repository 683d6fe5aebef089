package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two write about one matter at once: neither overwrites, misses or loses the other's words. */
@WholeHouse
@Import(Matters.class)
class TwoAtOnceTests {
    private static final Judgement HIGH = new Judgement(2, Impact.NONE, "", Visibility.NONE);

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

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

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.getMessage()).contains(key));
    }

    /** The second one waits for the first one's transaction, and then finds a ticket, not nothing. */
    @Test
    void theSecondOfTwoOfficersIsToldOfTheFirst() throws Exception {
        var matter = reported("二人が同時に");
        var seen = seen(matter);
        var judged = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> matters.during(DANA, () -> {
                triage.judge(matter, HIGH, Optional.empty(), seen, DANA);
                judged.countDown();
                end.await(10, TimeUnit.SECONDS);
            }));
            assertThat(judged.await(10, TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(
                    () -> refused(() -> triage.judge(matter, HIGH, Optional.empty(), seen, DANA), "desk.stale"));
            Thread.sleep(300);
            assertThat(second.isDone()).isFalse();
            end.countDown();
            first.get();
            second.get();
        }
    }

    @Test
    void anAnswerDoesNotPassOverANewerWord() {
        var matter = reported("すれ違い");
        var read = read(matter);
        desk.say(matter.reference(), "予約も止まりました", List.of(), MIKA);
        refused(() -> triage.answer(matter, "確認しています", false, List.of(), read, DANA), "desk.newer-word");
        refused(() -> triage.close(matter, new Closure("復旧", "", Classification.NONE), read, DANA), "desk.newer-word");
        assertThat(desk.show(matter.reference(), DANA).waitingSince()).isPresent();
        triage.answer(matter, "予約も確認します", false, List.of(), read(matter), DANA);
        assertThat(desk.show(matter.reference(), DANA).waitingSince()).isEmpty();
    }

    @Test
    void aMatterIsMergedIntoAnOpenOne() {
        var one = reported("同じこと");
        var other = reported("同じことの二つ目");
        triage.merge(other, one, DANA);
        var merged = desk.show(other.reference(), MIKA);
        assertThat(merged.status()).isEqualTo(Status.MERGED);
        assertThat(desk.goesOn(merged, MIKA))
                .hasValueSatisfying(it -> assertThat(it.topic()).isEqualTo(one.topic()));
        refused(() -> triage.merge(one, desk.show(other.reference(), DANA), DANA), "desk.merge");
        refused(() -> triage.merge(desk.show(other.reference(), DANA), reported("三つ目"), DANA), "desk.merge");
        triage.reopen(desk.show(other.reference(), DANA), DANA);
        var reopened = desk.show(other.reference(), MIKA);
        assertThat(reopened.status()).isEqualTo(Status.RESPONDING);
        assertThat(reopened.mergedInto()).isEmpty();
    }

    /** What the page showed when it was opened is not what counts. */
    @Test
    void nothingIsMergedIntoWhatHasEndedMeanwhile() {
        var one = reported("閉じたばかり");
        var other = reported("統合しようとした");
        triage.close(one, new Closure("復旧", "", Classification.NONE), read(one), DANA);
        refused(() -> triage.merge(other, one, DANA), "desk.merge");
    }

    @Test
    void aWordAfterTheMergerIsOnTheBoard() {
        var one = reported("残るほう");
        var other = reported("消えたほう");
        triage.merge(other, one, DANA);
        desk.say(other.reference(), "別の件でした", List.of(), MIKA);
        var again = desk.show(other.reference(), MIKA);
        assertThat(again.status()).isEqualTo(Status.RESPONDING);
        assertThat(again.mergedInto()).isEmpty();
        assertThat(triage.board(Optional.empty(), DANA).cards()).anySatisfy(card -> {
            assertThat(card.matter()).isEqualTo(other.topic());
            assertThat(card.lane()).isEqualTo(Lane.CHECKING);
        });
    }
}
