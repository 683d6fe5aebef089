package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.BoardViews;
import noroshi.desk.Classification;
import noroshi.desk.Closure;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.desk.SavedView;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The board is filtered, its views are kept, and a page that shows it learns that it has changed. */
@WholeHouse
@Import(Matters.class)
class BoardTests {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    BoardViews views;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private Matter reported(String title) {
        return desk.show(matters.reported(title, Optional.empty(), false, MIKA).reference(), DANA);
    }

    private String get(String path, Actor actor) {
        var page = mvc.get().uri(path).with(as(actor)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void theBoardIsFilteredByTeamKindAndWords() {
        var one = reported("絞り込み Shinbashi");
        triage.assign(
                one,
                Optional.of(3),
                Optional.empty(),
                triage.ticket(one, DANA).standing().since(),
                DANA);
        reported("絞り込み Yurakucho");
        assertThat(get("/desk?q=shinbashi", DANA)).contains("Shinbashi").doesNotContain("Yurakucho");
        assertThat(get("/desk?team=3&q=絞り込み", DANA)).contains("Shinbashi").doesNotContain("Yurakucho");
        assertThat(get("/desk?kind=CONSULTATION&q=絞り込み", DANA)).doesNotContain("Shinbashi", "Yurakucho");
    }

    /** Whoever looks on is shown what was drawn for others, but nothing from before the last move. */
    @Test
    void aBoardThatIsSharedShowsEveryMoveAtOnce() {
        var name = "Shared" + UUID.randomUUID().toString().substring(28);
        assertThat(get("/desk?q=" + name, DANA)).doesNotContain(name + " board");
        var one = reported(name + " board");
        assertThat(get("/desk?q=" + name, DANA)).contains(name + " board");
        assertThat(get("/desk?team=2&q=" + name, DANA)).doesNotContain(name + " board");
        var since = triage.ticket(one, DANA).standing().since();
        triage.assign(one, Optional.of(2), Optional.empty(), since, DANA);
        assertThat(get("/desk?team=2&q=" + name, DANA)).contains(name + " board", "新着・トリアージ前");
    }

    /** The same rows, drawn for whoever reads another language a moment later, and again. */
    @Test
    void aBoardThatIsSharedSpeaksToEachInTheirLanguage() {
        var name = "Tongue" + UUID.randomUUID().toString().substring(28);
        reported(name + " board");
        try {
            for (var language : List.of("ja", "en", "ja", "en")) {
                speak(language);
                assertThat(get("/desk?q=" + name, DANA))
                        .contains(name + " board", language.equals("ja") ? "新着・トリアージ前" : "New, before triage")
                        .doesNotContain(language.equals("ja") ? "New, before triage" : "新着・トリアージ前");
            }
        } finally {
            speak("ja");
        }
    }

    private void speak(String language) {
        assertThat(mvc.post().uri("/language").with(as(DANA)).param("language", language))
                .hasStatus(303);
    }

    /** What was drawn for the desk a moment ago is handed to nobody else, also not to whom a matter is their own. */
    @Test
    void aBoardThatIsSharedIsTheDesksAlone() {
        var name = "Inside" + UUID.randomUUID().toString().substring(28);
        reported(name + " board");
        for (var other : List.of(OTTO, NOOR, JUN, TORU, MIKA)) {
            assertThat(get("/desk?q=" + name, DANA)).contains(name + " board", "class=\"lane\"");
            assertThat(get("/desk?q=" + name, other))
                    .as(other.toString())
                    .doesNotContain("class=\"lane\"", "新着・トリアージ前", "data-pulse");
            assertThatThrownBy(() -> triage.board(Optional.empty(), other)).isInstanceOf(NotFound.class);
        }
        assertThat(get("/desk?q=" + name, OTTO)).doesNotContain(name + " board");
    }

    @Test
    void aViewIsKeptUnderAName() {
        var kept = mvc.post()
                .uri("/desk/views")
                .with(as(DANA))
                .param("name", "三班の期限切れ")
                .param("view", "late")
                .param("team", "3")
                .exchange();
        assertThat(kept).hasStatus(303);
        assertThat(get("/desk", DANA)).contains("三班の期限切れ", "view=late&amp;team=3");
        views.keep("三班の期限切れ", "view=all", DANA);
        assertThat(views.kept(DANA))
                .filteredOn(it -> it.name().equals("三班の期限切れ"))
                .singleElement()
                .extracting(SavedView::query)
                .isEqualTo("view=all");
        assertThatThrownBy(() -> views.keep(" ", "view=all", DANA)).isInstanceOf(RuleBroken.class);
        var id = views.kept(DANA).stream()
                .filter(it -> it.name().equals("三班の期限切れ"))
                .findFirst()
                .orElseThrow()
                .id();
        for (var other : List.of(MIKA, OTTO, TORU)) {
            assertThatThrownBy(() -> views.kept(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> views.forget(id, other)).isInstanceOf(NotFound.class);
        }
        views.forget(id, DANA);
        assertThatThrownBy(() -> views.forget(id, DANA)).isInstanceOf(NotFound.class);
    }

    @Test
    void thePulseChangesWithTheBoardAndTellsNothing() {
        var before = get("/desk/pulse", DANA);
        assertThat(get("/desk/pulse", DANA)).isEqualTo(before);
        var matter = reported("脈が変わる");
        var reported = get("/desk/pulse", DANA);
        assertThat(reported).isNotEqualTo(before).matches("[0-9.]+");
        triage.acknowledge(matter, DANA);
        assertThat(get("/desk/pulse", DANA)).isNotEqualTo(reported);
        for (var other : List.of(MIKA, OTTO, TORU, JUN)) {
            assertThat(mvc.get().uri("/desk/pulse").with(as(other))).hasStatus(404);
        }
    }

    @Test
    void whoLooksOnIsSentWhatMovesAndNoFrame() {
        reported("枠のない板 Hamamatsucho");
        assertThat(get("/desk/board?q=hamamatsucho", DANA))
                .contains("Hamamatsucho", "data-keys-list", "name=\"_csrf\"")
                .doesNotContain("<html", "<h1", "data-pulse=");
        assertThat(get("/desk/board?q=tamachi", DANA)).doesNotContain("Hamamatsucho");
        assertThat(get("/desk?q=hamamatsucho", DANA)).contains("data-pulse-part=\"/desk/board\"", "Hamamatsucho");
        for (var other : List.of(MIKA, OTTO, TORU, JUN)) {
            assertThat(mvc.get().uri("/desk/board").with(as(other))).hasStatus(404);
        }
    }

    /** Nothing stands in between an act at the desk and what the next page shows, however lately others looked. */
    @Test
    void otherMattersToChooseAreThoseThereAreNow() {
        var one = reported("選ぶ案件の一つめ");
        var page = "/desk/" + one.reference();
        var before = get(page, DANA);
        var other = reported("選ぶ案件の二つめ");
        var option = "<option value=\"" + other.reference() + "\"";
        assertThat(before).doesNotContain(option).doesNotContain("<option value=\"" + one.reference());
        assertThat(get(page, DANA).split(option, -1)).hasSize(3);
        triage.close(other, new Closure("終わった", "", Classification.NONE), triage.lastWord(other, DANA), DANA);
        assertThat(get(page, DANA).split(option, -1)).hasSize(2);
    }
}
