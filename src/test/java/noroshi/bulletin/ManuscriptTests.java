package noroshi.bulletin;

import static noroshi.bulletin.Samples.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import noroshi.bulletin.Manuscript.State;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManuscriptTests {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final UUID ED = new UUID(0, 1);
    private static final UUID EVE = new UUID(0, 2);
    private static final UUID DANA = new UUID(0, 3);
    private static final UUID TOPIC = new UUID(0, 9);

    private static Manuscript begun() {
        return Manuscript.begin(
                new UUID(0, 8), Optional.empty(), Samples.to(Tlp.GREEN, EVERYONE), Samples.complete(), ED, NOW);
    }

    private static Manuscript in(String state) {
        return switch (state) {
            case "writing" -> begun();
            case "in review" -> begun().submit(ED, NOW);
            case "returned" -> in("in review").giveBack("直してください", DANA, NOW);
            case "approved" -> in("in review").approve(DANA, NOW);
            case "published" -> in("approved").publish(TOPIC, ED, NOW);
            case "revising" -> in("published").revise(2, ED, NOW);
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static UnaryOperator<Manuscript> step(String step) {
        return switch (step) {
            case "write" -> it -> it.write(it.marking(), Samples.titled("別の題"), EVE, NOW);
            case "submit" -> it -> it.submit(ED, NOW);
            case "recall" -> it -> it.recall(ED, NOW);
            case "approve" -> it -> it.approve(DANA, NOW);
            case "give back" -> it -> it.giveBack("まだです", DANA, NOW);
            case "revise" -> it -> it.revise(it.version() + 1, ED, NOW);
            default -> throw new IllegalArgumentException(step);
        };
    }

    private static Class<? extends State> state(String name) {
        return switch (name) {
            case "writing" -> State.Writing.class;
            case "in review" -> State.InReview.class;
            case "returned" -> State.Returned.class;
            case "approved" -> State.Approved.class;
            case "published" -> State.Published.class;
            case "revising" -> State.Revising.class;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            writing,   write,     writing
            writing,   submit,    in review
            writing,   recall,    -
            writing,   approve,   -
            writing,   give back, -
            writing,   revise,    -
            in review, write,     -
            in review, submit,    -
            in review, recall,    writing
            in review, approve,   approved
            in review, give back, returned
            in review, revise,    -
            returned,  write,     returned
            returned,  submit,    in review
            returned,  recall,    -
            returned,  approve,   -
            returned,  give back, -
            returned,  revise,    -
            approved,  write,     -
            approved,  submit,    -
            approved,  recall,    writing
            approved,  approve,   -
            approved,  give back, -
            approved,  revise,    -
            published, write,     -
            published, submit,    -
            published, recall,    -
            published, approve,   -
            published, give back, -
            published, revise,    revising
            revising,  write,     revising
            revising,  submit,    in review
            revising,  recall,    -
            revising,  approve,   -
            revising,  give back, -
            revising,  revise,    -
            """)
    void everyStepFromEveryState(String from, String step, String to) {
        var before = in(from);
        if (to.equals("-")) {
            assertThatThrownBy(() -> step(step).apply(before)).isInstanceOf(RuleBroken.class);
        } else {
            var after = step(step).apply(before);
            assertThat(after.state()).isInstanceOf(state(to));
            assertThat(after.lock()).isEqualTo(before.lock() + 1);
        }
    }

    @Test
    void nobodyJudgesTheirOwnWords() {
        var written = begun().write(begun().marking(), Samples.titled("別の題"), EVE, NOW)
                .submit(DANA, NOW);
        for (var writer : Set.of(ED, EVE)) {
            assertThatThrownBy(() -> written.approve(writer, NOW)).hasMessage("bulletin.own-words");
            assertThatThrownBy(() -> written.giveBack("理由", writer, NOW)).hasMessage("bulletin.own-words");
        }
        assertThat(written.approve(DANA, NOW).state()).isEqualTo(new State.Approved(DANA, NOW));
    }

    @Test
    void theFirstAuthorNeverJudgesALaterVersionEither() {
        var later = in("published")
                .revise(2, EVE, NOW)
                .write(begun().marking(), Samples.titled("第2版"), EVE, NOW)
                .submit(EVE, NOW);
        assertThat(later.contributors()).containsExactly(EVE);
        assertThatThrownBy(() -> later.approve(ED, NOW)).hasMessage("bulletin.own-words");
        assertThatThrownBy(() -> later.approve(EVE, NOW)).hasMessage("bulletin.own-words");
        assertThat(later.approve(DANA, NOW).state()).isInstanceOf(State.Approved.class);
    }

    @Test
    void givingBackNeedsAReason() {
        assertThatThrownBy(() -> in("in review").giveBack(" ", DANA, NOW)).hasMessage("bulletin.reason-missing");
    }

    @Test
    void theNextVersionMayCarryOtherMarks() {
        var revising = in("revising");
        var other = new UUID(0, 5);
        var written = revising.write(Samples.to(Tlp.CLEAR, other), revising.copy(), ED, NOW);
        assertThat(written.marking()).isEqualTo(Samples.to(Tlp.CLEAR, other));
    }

    @Test
    void theNextVersionStartsFromTheLastWithoutItsNotes() {
        var noted = Samples.noted(Samples.complete(), "追加", "変わりません");
        var again = begun().write(begun().marking(), noted, ED, NOW)
                .publish(TOPIC, ED, NOW)
                .revise(2, EVE, NOW);
        assertThat(again.copy()).isEqualTo(Samples.complete());
        assertThat(again.version()).isEqualTo(2);
    }

    @Test
    void whoHasNotSeenTheLastChangeIsStopped() {
        assertThatThrownBy(() -> in("in review").requireLock(1)).hasMessage("bulletin.stale");
    }
}
