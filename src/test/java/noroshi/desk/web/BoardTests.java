package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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

    private MvcTestResult renewed(String shown, String query, Actor actor) {
        return mvc.get()
                .uri("/desk/board" + query)
                .header("If-None-Match", shown)
                .with(as(actor))
                .exchange();
    }

    private static String tag(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return Objects.requireNonNull(answer.getResponse().getHeader("ETag"));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Whoever looks on is sent nothing while nothing moves, and what moved once it has. */
    @Test
    void whoLooksOnIsSentWhatHasMovedSince() {
        var name = "Moves" + UUID.randomUUID().toString().substring(28);
        var before = tag(renewed("", "", DANA));
        assertThat(before).matches("\"[0-9.]+\"");
        assertThat(get("/desk", DANA)).contains("data-pulse=" + before);
        assertThat(renewed(before, "", DANA)).hasStatus(304);
        var matter = reported(name + " board");
        var came = renewed(before, "?q=" + name, DANA);
        assertThat(text(came)).contains(name + " board");
        assertThat(renewed(tag(came), "?q=" + name, DANA)).hasStatus(304);
        triage.acknowledge(matter, DANA);
        assertThat(tag(renewed(tag(came), "", DANA))).isNotEqualTo(tag(came));
        for (var other : List.of(MIKA, OTTO, TORU, JUN)) {
            assertThat(renewed(before, "", other)).hasStatus(404);
            assertThat(renewed("", "", other)).hasStatus(404);
            assertThat(mvc.get().uri("/desk/board/due").with(as(other))).hasStatus(404);
        }
    }

    /** All who look on in one way get the same bytes, which hold nothing that is for one of them alone. */
    @Test
    void whatMovesIsAlikeForAllAndHasNoFrame() throws Exception {
        reported("枠のない板 Hamamatsucho");
        var came = renewed("", "?q=hamamatsucho", DANA);
        assertThat(text(came))
                .contains("Hamamatsucho", "data-keys-list", "data-moves=\"strip\"", "data-moves=\"ways\"")
                .doesNotContain("<html", "<h1", "data-pulse=", "_csrf", "<form");
        assertThat(text(renewed("", "?q=tamachi", DANA))).doesNotContain("Hamamatsucho");
        var packed = mvc.get()
                .uri("/desk/board?q=hamamatsucho")
                .header("Accept-Encoding", "gzip")
                .with(as(DANA))
                .exchange();
        assertThat(packed).hasHeader("Content-Encoding", "gzip");
        try (var unpacked = new GZIPInputStream(
                new ByteArrayInputStream(packed.getResponse().getContentAsByteArray()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text(came));
        }
        assertThat(get("/desk?q=hamamatsucho", DANA)).contains("data-pulse-part=\"/desk/board\"", "Hamamatsucho");
    }

    /** Forms are their reader's own: they come from another address, when there is something else to do. */
    @Test
    void whatIsToBeDoneIsAskedForWhenItIsSomethingElse() {
        var before = due(get("/desk", DANA));
        reported("何もすることのない動き");
        assertThat(due(get("/desk", DANA))).isEqualTo(before);
        var matter = reported("電話をする動き");
        matters.call(matter);
        assertThat(due(get("/desk", DANA))).isNotEqualTo(before).isEqualTo(due(get("/desk/board", DANA)));
        assertThat(get("/desk/board/due", DANA))
                .contains("data-moves=\"above\"", "data-moves=\"due\"", "電話をする動き", "_csrf")
                .doesNotContain("<html", "data-keys-list");
    }

    private static String due(String page) {
        return page.replaceAll("(?s).*?data-due=\"([^\"]+)\".*", "$1");
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
