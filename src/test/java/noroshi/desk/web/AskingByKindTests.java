package noroshi.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.desk.Asked;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.testing.Cast;
import org.junit.jupiter.api.Test;

/** Each kind has questions of its own; before one is chosen nobody is asked either's. */
class AskingByKindTests {
    private static final Asked ASKED =
            new Asked(1, List.of(question("seen", MatterKind.REPORT), question("wish", MatterKind.CONSULTATION)));

    private static Question question(String code, MatterKind kind) {
        return new Question(
                code, kind, Question.Place.OUTLINE, Question.Form.LINE, code, code, "", "", List.of(), true);
    }

    private static List<String> missing(DeskForm form) {
        return form.missing(ASKED).stream().map(Question::code).toList();
    }

    @Test
    void eachKindMissesItsOwnAnswers() {
        assertThat(missing(DeskForm.blank().with("kind", "REPORT"))).containsExactly("seen");
        assertThat(missing(DeskForm.blank().with("kind", "CONSULTATION"))).containsExactly("wish");
        assertThat(missing(DeskForm.blank().with("kind", "REPORT").with("q_seen", "朝から")))
                .isEmpty();
    }

    @Test
    void whoeverHasNotChosenMissesNoAnswer() {
        assertThat(missing(DeskForm.blank())).isEmpty();
        assertThat(missing(DeskForm.blank().with("kind", ""))).isEmpty();
    }

    @Test
    void whoeverWritesACallDownNeedNotHaveAsked() {
        var form = DeskForm.blank().with("kind", "REPORT").with("organisation", Cast.RAILWAY.toString());
        assertThat(missing(form)).isEmpty();
    }
}
