package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import noroshi.desk.Macro;
import noroshi.desk.Macros;
import noroshi.desk.Matters;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@Import(Matters.class)
class MacroTests {
    @Autowired
    Macros macros;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    @Test
    void aMacroGoesIntoTheAnswerAndCanBeChangedThere() {
        var id = macros.add("受付の返事", "受け付けました。1 時間以内にご連絡します。", DANA);
        assertThatThrownBy(() -> macros.add("受付の返事", "別の文", DANA)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> macros.add(" ", "文", DANA)).isInstanceOf(RuleBroken.class);
        var path = matters.reported("定型文で答える", Optional.empty(), false, MIKA).path();
        var page = mvc.get().uri(path + "?macro=" + id).with(as(DANA)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("受け付けました。1 時間以内にご連絡します。</textarea>");
        assertThat(mvc.get().uri(path + "?macro=" + id).with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("1 時間以内にご連絡します");
        macros.end(id, DANA);
        assertThat(macros.all(DANA)).extracting(Macro::id).doesNotContain(id);
        assertThatThrownBy(() -> macros.end(id, DANA)).isInstanceOf(NotFound.class);
    }

    @Test
    void theyAreTheDesks() {
        for (var other : List.of(MIKA, OTTO, TORU, ED)) {
            assertThat(mvc.get().uri("/desk/macros").with(as(other))).hasStatus(404);
            assertThatThrownBy(() -> macros.add("x", "x", other)).isInstanceOf(NotFound.class);
        }
        var refused = mvc.post()
                .uri("/desk/macros")
                .with(as(DANA))
                .param("name", "")
                .param("body", "大切な文")
                .exchange();
        assertThat(refused).hasStatus(422).bodyText().contains("大切な文");
    }
}
