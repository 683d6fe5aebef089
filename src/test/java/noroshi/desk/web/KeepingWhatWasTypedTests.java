package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What somebody typed is sent, kept or still on the page; never gone. */
@WholeHouse
@Import(Matters.class)
class KeepingWhatWasTypedTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Matters matters;

    private MvcTestResult post(String path, Actor actor, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(as(actor));
        fields.forEach(request::param);
        return request.exchange();
    }

    private Matter reported(String title, UUID... parties) {
        var matter = matters.reported(title, Optional.of(matters.system(parties)), false, MIKA);
        return desk.show(matter.reference(), DANA);
    }

    private static Map<String, String> question(UUID once, String title) {
        return Map.of("once", once.toString(), "kind", "CONSULTATION", "title", title, "body", "教えてください");
    }

    private String draft(Actor actor, String title) {
        var fields = new HashMap<>(question(UUID.randomUUID(), title));
        fields.put("step", "keep");
        assertThat(post("/desk", actor, fields)).hasStatus(303);
        return title;
    }

    private void keeps(Actor actor, String title) {
        assertThat(mvc.get().uri("/desk/new").with(as(actor)))
                .hasStatusOk()
                .bodyText()
                .contains(title);
    }

    @Test
    void allThatIsMissingIsSaidAtOnceAndBesideItsField() {
        var once = UUID.randomUUID().toString();
        var nothing = post("/desk", MIKA, Map.of("once", once, "contact", "内線 12", "tlp", "AMBER"));
        assertThat(nothing)
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#f-kind\"", "href=\"#f-title\"", "href=\"#f-body\"")
                .contains("id=\"f-kind-error\"", "id=\"f-title-error\"", "id=\"f-body-error\"");
        var title = post("/desk", MIKA, Map.of("once", once, "kind", "CONSULTATION", "body", "残る言葉", "title", " "));
        assertThat(title)
                .hasStatus(422)
                .bodyText()
                .contains("id=\"f-title-error\"", "残る言葉")
                .doesNotContain("id=\"f-kind-error\"", "id=\"f-body-error\"");
        assertThat(post("/desk", MIKA, question(UUID.fromString(once), "今度は全部")))
                .hasStatus(303);
    }

    @Test
    void splittingAMatterLeavesTheOfficersOwnDraft() {
        var matter = reported("二つの話");
        var title = draft(DANA, "係の書きかけ " + UUID.randomUUID());
        var split = new HashMap<>(question(UUID.randomUUID(), "分けた相談"));
        split.putAll(Map.of(
                "split",
                matter.reference(),
                "channel",
                "INTERNAL",
                "organisation",
                RAILWAY.toString(),
                "contact",
                "三浦 様"));
        assertThat(post("/desk", DANA, split)).hasStatus(303);
        keeps(DANA, title);
    }

    @Test
    void onlyTheDraftThatWasSentIsGone() {
        var title = draft(NOOR, "別の書きかけ " + UUID.randomUUID());
        assertThat(post("/desk", NOOR, question(UUID.randomUUID(), "急ぎの別件"))).hasStatus(303);
        keeps(NOOR, title);
        var once = UUID.randomUUID();
        var kept = new HashMap<>(question(once, "送る書きかけ"));
        kept.put("step", "keep");
        post("/desk", NOOR, kept);
        assertThat(post("/desk", NOOR, question(once, "送る書きかけ"))).hasStatus(303);
        assertThat(mvc.get().uri("/desk/new").with(as(NOOR))).bodyText().doesNotContain("送る書きかけ");
    }

    /** The first answer may have been lost: the same again is the same report, and what is new is not taken for it. */
    @Test
    void otherWordsAreNotTakenForWhatWasReceived() {
        var once = UUID.randomUUID();
        var title = "届いたはず " + once;
        for (int time = 0; time < 2; time++) {
            assertThat(post("/desk", NOOR, question(once, title))).hasStatus(303);
        }
        var received =
                desk.ours(NOOR).stream().filter(it -> it.title().equals(title)).toList();
        assertThat(received).hasSize(1);
        var more = new HashMap<>(question(once, title));
        more.put("body", "そのあとわかったこと");
        assertThat(post("/desk", NOOR, more))
                .hasStatus(422)
                .bodyText()
                .contains("そのあとわかったこと", received.getFirst().reference() + " としてすでに受け取っています");
        var matter = received.getFirst().topic();
        assertThat(matters.count(NOOR, "select count(*) from desk.brought where matter = '" + matter + "'"))
                .isOne();
        for (var who : List.of(DANA, OTTO)) {
            assertThat(matters.count(who, "select count(*) from desk.brought where matter = '" + matter + "'"))
                    .as(who.toString())
                    .isZero();
        }
    }

    @Test
    void factsAreNotDroppedFromAQuestion() {
        for (var field : new String[] {"damage", "technical", "q_indicators"}) {
            var fields = new HashMap<>(question(UUID.randomUUID(), "質問にした"));
            fields.put(field, "192.0.2.66 から届いた");
            assertThat(post("/desk", SORA, fields))
                    .as(field)
                    .hasStatus(422)
                    .bodyText()
                    .contains("192.0.2.66 から届いた", "「何かが起きた（報告）」を選ぶか");
        }
        assertThat(desk.ours(SORA)).extracting(Matter::title).doesNotContain("質問にした");
    }

    @Test
    void aRefusedRequestForHelpIsStillOnThePage() {
        var matter = reported("頼めない支援");
        var refused = mvc.post()
                .uri(matter.path() + "/supports")
                .with(as(DANA))
                .param("agency", SPORTS.toString())
                .param("kinds", "CONTAINMENT", "INVESTIGATION")
                .param("mode", "ON_SITE")
                .param("words", "現地で見てほしい")
                .param("scope", "端末 3 台")
                .param("endsOn", "2031-08-09")
                .exchange();
        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("現地で見てほしい", "端末 3 台", "2031-08-09")
                .containsPattern("value=\"CONTAINMENT\" checked")
                .containsPattern("value=\"INVESTIGATION\" checked")
                .containsPattern("value=\"ON_SITE\" selected")
                .doesNotContainPattern("value=\"INITIAL_ADVICE\" checked");
    }

    @Test
    void aRefusedProposalIsStillOnThePage() {
        var matter = reported("提案の途中", AGENCY);
        var fields = Map.of("organisation", POLICE.toString(), "reason", "捜査の参考に", "technical", "true");
        assertThat(post(matter.path() + "/recipients", DANA, fields)).hasStatus(303);
        assertThat(post(matter.path() + "/recipients", DANA, fields))
                .hasStatus(422)
                .bodyText()
                .contains("捜査の参考に", "すでに提案しています")
                .containsPattern("value=\"" + POLICE + "\" selected")
                .containsPattern("name=\"technical\" value=\"true\" checked")
                .doesNotContainPattern("name=\"damage\" value=\"true\" checked");
    }
}
