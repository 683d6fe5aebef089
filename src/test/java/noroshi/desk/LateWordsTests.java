package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** No word lies where nobody looks: an agency's on a closed matter is marked, a call enters the timeline. */
@WholeHouse
@Import(Matters.class)
class LateWordsTests {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    LateWords lateWords;

    @Autowired
    LookingOn lookingOn;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private Matter closed(String title) {
        var reported = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        var matter = desk.show(reported.reference(), DANA);
        triage.answer(matter, "収まりました", true, List.of(), triage.lastWord(matter, DANA), DANA);
        return desk.show(matter.reference(), DANA);
    }

    private List<LateWord> unseen(Matter matter, Actor actor) {
        return lookingOn.at(Optional.empty(), actor).lateWords().stream()
                .filter(it -> it.matter().equals(matter.topic()))
                .toList();
    }

    @Test
    void whatAnAgencySaysOnAClosedMatterIsMarked() {
        var matter = closed("終わってからの一言");
        assertThat(unseen(matter, DANA)).isEmpty();
        desk.say(matter.reference(), "検体から別の通信先が見つかりました", List.of(), JUN);
        assertThat(desk.show(matter.reference(), DANA).status()).isEqualTo(Status.CLOSED);
        var marked = unseen(matter, DANA);
        assertThat(marked).hasSize(1);
        assertThat(board()).contains("終了した案件への書き込み", "終わってからの一言");
        desk.say(matter.reference(), "もう一つあります", List.of(), JUN);
        lateWords.see(matter, marked.getFirst().at(), DANA);
        assertThat(unseen(matter, DANA)).as("a newer word stays").hasSize(1);
        for (var other : List.of(JUN, MIKA, OTTO, TORU, ED)) {
            assertThatThrownBy(() -> unseen(matter, other)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> lateWords.see(desk.show(matter.reference(), JUN), Instant.MAX, JUN))
                .isInstanceOf(NotFound.class);
        assertThat(mvc.post()
                        .uri("/desk/" + matter.reference() + "/late-words")
                        .with(as(DANA))
                        .param("until", Instant.now().plusSeconds(60).toString()))
                .hasStatus(303);
        assertThat(unseen(matter, DANA)).isEmpty();
    }

    @Test
    void theReportersWordOpensItAgainAndTheDesksIsItsOwn() {
        var matter = closed("相談元がもう一言");
        desk.say(matter.reference(), "センターから補足です", List.of(), DANA);
        assertThat(unseen(matter, DANA)).isEmpty();
        desk.say(matter.reference(), "まだ直っていません", List.of(), MIKA);
        assertThat(unseen(matter, DANA)).isEmpty();
        assertThat(desk.show(matter.reference(), DANA).status()).isEqualTo(Status.RESPONDING);
    }

    /** A call with the reporter enters the timeline that all readers have; what was said stays with the desk. */
    @Test
    void aCallEntersTheTimelineWithoutItsWords() {
        var matter = matters.reported("電話で話した案件", Optional.of(matters.system(AGENCY)), false, MIKA);
        for (var spoke : List.of("true", "false")) {
            assertThat(mvc.post()
                            .uri("/desk/" + matter.reference() + "/notes")
                            .with(as(DANA))
                            .param("kind", "CALL")
                            .param("body", "社長の携帯に折り返すこと " + spoke)
                            .param("spoke", spoke))
                    .hasStatus(303);
        }
        var seen = desk.show(matter.reference(), JUN);
        assertThat(desk.steps(seen, JUN)).extracting(Step::act).containsOnlyOnce("spoke");
        var page = mvc.get().uri("/desk/" + matter.reference()).with(as(JUN)).exchange();
        assertThat(page).bodyText().contains("電話で話した").doesNotContain("社長の携帯");
        assertThat(triage.ticket(matter, DANA).notes()).hasSize(2);
    }

    private String board() {
        var page = mvc.get().uri("/desk").with(as(DANA)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
