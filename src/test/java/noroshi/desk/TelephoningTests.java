package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What somebody said on the telephone is kept, whatever happened during the call. */
@WholeHouse
@Import(Matters.class)
class TelephoningTests {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Telephone telephone;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private Matter reported(String title) {
        var matter = matters.reported(title, Optional.of(matters.system()), false, MIKA);
        return desk.show(matter.reference(), DANA);
    }

    private List<String> notes(Matter matter) {
        return triage.ticket(matter, DANA).notes().stream()
                .filter(note -> note.kind() == NoteKind.CALL)
                .map(Note::body)
                .toList();
    }

    private void answer(Matter matter) {
        triage.answer(matter, "受け付けました", false, List.of(), triage.lastWord(matter, DANA), DANA);
    }

    @Test
    void aCallIsWrittenDownInALine() {
        var call = matters.call(reported("一行を残す"));
        assertThat(mvc.post().uri("/desk/calls/" + call).with(as(DANA)).param("said", ""))
                .hasStatus(422)
                .bodyText()
                .contains("1 行書いてください");
        var written = mvc.post()
                .uri("/desk/calls/" + call)
                .with(as(DANA))
                .param("said", "伝えた")
                .param("reached", "true");
        assertThat(written).hasStatus(303);
    }

    @Test
    void aColleagueAnswersDuringTheCall() {
        var matter = reported("通話中に返事");
        var call = matters.call(matter);
        answer(matter);
        assertThat(telephone.calls(DANA)).extracting(Call::id).doesNotContain(call);
        telephone.called(call, true, "復旧は夕方の見込みと聞いた", DANA);
        assertThat(notes(matter)).containsExactly("復旧は夕方の見込みと聞いた");
    }

    @Test
    void twoCallAtOnceAndBothAreWrittenDown() {
        var matter = reported("二人が電話");
        var call = matters.call(matter);
        telephone.called(call, true, "先に話した", DANA);
        telephone.called(call, false, "話し中だった", DANA);
        assertThat(notes(matter)).containsExactlyInAnyOrder("先に話した", "話し中だった");
        assertThat(telephone.calls(DANA)).extracting(Call::id).doesNotContain(call);
        assertThat(desk.steps(matter, MIKA)).extracting(Step::act).containsOnlyOnce("telephoned");
    }

    @Test
    void theReporterTakesTheMatterBackDuringTheCall() {
        var matter = reported("通話中に取り下げ");
        var call = matters.call(matter);
        desk.withdraw(matter.reference(), "誤報", MIKA);
        telephone.called(call, true, "誤報だったと聞いた", DANA);
        assertThat(notes(matter)).containsExactly("誤報だったと聞いた");
    }

    @Test
    void nobodyElseWritesCallsDown() {
        var call = matters.call(reported("電話は係だけ"));
        for (var other : List.of(MIKA, JUN, OTTO)) {
            assertThatThrownBy(() -> telephone.called(call, true, "話した", other)).isInstanceOf(NotFound.class);
        }
    }
}
