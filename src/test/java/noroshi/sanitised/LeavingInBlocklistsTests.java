package noroshi.sanitised;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matters;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.Confirmations;
import noroshi.intel.blocklist.Reporters;
import noroshi.intel.life.Papers;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import noroshi.topic.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What came from a matter leaves in a block list only as its reporter agreed, or when others say it. */
@WholeHouse
@Import({Matters.class, Papers.class, ReportedValues.class})
class LeavingInBlocklistsTests {
    @Autowired
    Blocklists blocklists;

    @Autowired
    Confirmations confirmations;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    ReportedValues values;

    @Autowired
    Matters matters;

    @Autowired
    Papers papers;

    @Autowired
    Files files;

    @Autowired
    Conversation conversation;

    @Autowired
    MockMvcTester mvc;

    @Test
    void itWaitsForADeskThatKnowsWhereItStands() {
        var name = Papers.name();
        var matter = values.reported("攻撃元は hxxps://" + name.replace(".", "[.]") + "/login でした。");
        var list = values.list(Tlp.GREEN, name);
        assertThat(blocklists.waiting(list, DANA))
                .flatExtracting(told -> told.where().stream().toList())
                .extracting(Reporters.Where::reference)
                .containsExactly(matter.reference());
        assertThat(blocklists.waiting(list, ED))
                .singleElement()
                .satisfies(told -> assertThat(told.where())
                        .as("an editor does not read it")
                        .isEmpty());
        for (var actor : List.of(ED, DANA)) {
            refused(list, actor, "blocklist.rule.desk");
        }
        assertThat(page(list, DANA)).contains("窓口の担当者の確認が必要です", matter.reference());
        assertThat(page(list, ED))
                .contains("窓口の担当者の確認が必要です")
                .doesNotContain(matter.reference(), matter.topic().toString());
        assertThat(mvc.get()
                        .uri("/intel/blocklists/" + list + "/recipients?to=" + POWER)
                        .with(as(ED)))
                .bodyText()
                .contains("どの値かを見る")
                .doesNotContain(matter.reference());
        assertThat(mvc.post()
                        .uri("/intel/blocklists/" + list + "/recipients")
                        .param("to", POWER.toString())
                        .with(as(ED)))
                .hasStatus(422)
                .bodyText()
                .contains("これらの値を渡す前に、窓口の担当者の確認が必要です。")
                .doesNotContain(matter.reference());
    }

    @Test
    void theRestGoesWithoutIt() {
        var name = Papers.name();
        var other = Papers.name();
        var within = Papers.name();
        values.reported("攻撃元は " + name + "。mail." + within + " と bad-" + within + " と " + within + ".jp は別のものです。");
        var list = values.list(Tlp.GREEN, name, other, within);
        blocklists.push(list, Set.of(POWER), ED);
        assertThat(held(list, NOOR)).containsExactlyInAnyOrder(other, within);
    }

    @Test
    void itGoesAsItsReporterAgreed() {
        var name = Papers.name();
        var matter = values.reported("攻撃元は " + name);
        values.write(matter, Tlp.AMBER, RAIL, name);
        values.ask(matter);
        refused(values.list(Tlp.AMBER, name), ED, "blocklist.rule.desk");
        values.answer(matter, true);
        refused(values.list(Tlp.GREEN, name), ED, "blocklist.rule.desk");
        var list = values.list(Tlp.AMBER, name);
        assertThat(blocklists.waiting(list, ED)).isEmpty();
        assertThat(mvc.get()
                        .uri("/intel/blocklists/" + list + "/recipients?to=" + SPORTS)
                        .with(as(ED)))
                .bodyText()
                .as("the page of the list marks nothing")
                .contains("窓口の担当者の確認が必要です")
                .doesNotContain("どの値かを見る");
        blocklists.push(list, Set.of(POWER, SPORTS), ED);
        assertThat(held(list, NOOR)).containsExactly(name);
        assertThat(confirmations.received(list, SORA))
                .as("agreed for a circle in which nobody of theirs sits")
                .isEmpty();
        values.answer(matter, false);
        refused(values.list(Tlp.AMBER, name), ED, "blocklist.rule.desk");
    }

    @Test
    void anAgreementToOtherWordsIsNone() {
        var name = Papers.name();
        var matter = values.reported("攻撃元は " + name);
        values.write(matter, Tlp.GREEN, ALL, "198.51.100.77");
        values.ask(matter);
        values.answer(matter, true);
        refused(values.list(Tlp.GREEN, name), ED, "blocklist.rule.desk");
        values.write(matter, Tlp.GREEN, ALL, name);
        values.ask(matter);
        values.answer(matter, true);
        blocklists.push(values.list(Tlp.GREEN, name), Set.of(POWER, PROVIDER), ED);
    }

    @Test
    void itIsTheSameHoweverItIsWritten() {
        var name = Papers.name();
        var other = Papers.name();
        var matter = values.reported("攻撃元は *." + name + " と ｈｔｔｐ://" + other + " です。");
        refused(values.list(Tlp.GREEN, name), ED, "blocklist.rule.desk");
        refused(values.list(Tlp.GREEN, other), ED, "blocklist.rule.desk");
        var harmless = name.replace(".", "(.)") + " と " + other.replace(".", "[dot]");
        values.write(matter, Tlp.GREEN, ALL, "198.51.100.77", harmless);
        values.ask(matter);
        values.answer(matter, true);
        blocklists.push(values.list(Tlp.GREEN, name, other), Set.of(POWER), ED);
    }

    @Test
    void whatOthersSayIsNoSecretOfAReporters() {
        var name = Papers.name();
        values.reported("攻撃元は " + name);
        refused(values.list(Tlp.GREEN, name), ED, "blocklist.rule.desk");
        papers.publish(Tlp.GREEN, Papers.EVERYONE, "ドメイン," + name + ",通信先,高");
        var list = values.list(Tlp.GREEN, name);
        assertThat(blocklists.waiting(list, ED)).isEmpty();
        blocklists.push(list, Set.of(POWER), ED);
        assertThat(held(list, NOOR)).containsExactly(name);
    }

    @Test
    void alsoWhatWasImportedUnderALabelThatLetsItGo() {
        var kept = Papers.name();
        var wide = Papers.name();
        values.reported("攻撃元は " + kept + " と " + wide);
        var green = ", \"object_marking_refs\": [\"marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da\"]";
        bring(kept, "");
        bring(wide, green);
        var list = values.list(Tlp.GREEN, kept, wide);
        blocklists.push(list, Set.of(POWER), ED);
        assertThat(held(list, NOOR)).containsExactly(wide);
    }

    private void bring(String name, String more) {
        var pattern = "[domain-name:value = '" + name + "']";
        papers.bring(ED, UUID.randomUUID().toString(), "2026-07-02T00:00:00Z", pattern, more);
    }

    @Test
    void whatTheCentreReportsItselfIsItsOwn() {
        var name = Papers.name();
        values.reported("攻撃元は " + name, DANA);
        var list = values.list(Tlp.GREEN, name);
        assertThat(blocklists.waiting(list, DANA)).isEmpty();
        blocklists.push(list, Set.of(POWER), ED);
    }

    @Test
    void laterWordsCountToo() {
        var name = Papers.name();
        var matter = values.reported("攻撃元は調べています。");
        var list = values.list(Tlp.GREEN, name);
        assertThat(blocklists.waiting(list, DANA)).isEmpty();
        conversation.comment(matter.topic(), "攻撃元は " + name + " でした。", false, Optional.empty(), MIKA);
        assertThat(blocklists.waiting(list, DANA)).hasSize(1);
    }

    @Test
    void alsoWhatWasTakenBackAndWhatAFileIs() throws Exception {
        var name = Papers.name();
        var matter = values.reported("攻撃元は " + name);
        var sample = ("sample " + name).getBytes(StandardCharsets.UTF_8);
        files.attach(matter.topic(), Optional.empty(), "sample.txt", sample, Level.ALL, MIKA);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sample));
        refused(values.list(Tlp.GREEN, hash), ED, "blocklist.rule.desk");
        desk.withdraw(matter.reference(), "間違いでした", MIKA);
        refused(values.list(Tlp.GREEN, name), ED, "blocklist.rule.desk");
    }

    @Test
    void nobodyElseFindsAnything() {
        var name = Papers.name();
        values.reported("攻撃元は " + name);
        var list = values.list(Tlp.GREEN, name);
        var question = "select count(*)::integer from sanitised.unpermitted(array[1], array['" + name
                + "'], 'GREEN', array[]::uuid[])";
        assertThat(matters.count(ED, question)).isOne();
        assertThat(matters.count(ED, question + " where matter is not null")).isZero();
        assertThat(matters.count(OTTO, question)).isZero();
        assertThat(matters.count(NOOR, question)).isZero();
        assertThat(mvc.get().uri("/intel/blocklists/" + list).with(as(OTTO))).hasStatus(404);
        for (var actor : List.of(OTTO, ED, DANA)) {
            assertThatThrownBy(() -> matters.count(actor, "select count(*)::integer from sanitised.heard"))
                    .hasStackTraceContaining("permission denied for table heard");
        }
    }

    private void refused(UUID list, Actor actor, String key) {
        assertThatThrownBy(() -> blocklists.push(list, Set.of(POWER), actor))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private List<String> held(UUID list, Actor actor) {
        return confirmations.received(list, actor).orElseThrow().sent().stream()
                .map(sent -> sent.entry().form().value())
                .toList();
    }

    private String page(UUID list, Actor actor) {
        var answer = mvc.get().uri("/intel/blocklists/" + list).with(as(actor)).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
