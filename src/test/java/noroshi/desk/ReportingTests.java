package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Newest;
import noroshi.topic.Readership;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeHouse
@Import(Matters.class)
class ReportingTests {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    private boolean reads(Matter matter, Actor actor) {
        try {
            return !desk.show(matter.reference(), actor).title().isEmpty();
        } catch (NotFound notTheirs) {
            return false;
        }
    }

    private Map<Side, UUID> parts(Matter matter, Actor actor) {
        return desk.parts(desk.show(matter.reference(), actor), actor);
    }

    @Test
    void aReportReachesEverybodyWhoIsToldAndNobodyElse() {
        var system = matters.system(AGENCY, POLICE);
        var matter = matters.reported("予約サイトの遅延", Optional.of(system), false, MIKA);
        for (var reader : List.of(MIKA, RIN, DANA, MINA, JUN, PAUL)) {
            assertThat(reads(matter, reader)).as(reader.toString()).isTrue();
        }
        for (var other : List.of(OTTO, NOOR, SORA, KEI, GEN, ED, ADA, TORU)) {
            assertThat(reads(matter, other)).as(other.toString()).isFalse();
        }
    }

    @Test
    void eachPartHasItsOwnReaders() {
        var matter = matters.reported("二つの部分", Optional.of(matters.system(AGENCY)), false, MIKA);
        assertThat(parts(matter, MIKA)).containsOnlyKeys(Side.DAMAGE, Side.TECHNICAL);
        assertThat(parts(matter, MINA)).containsOnlyKeys(Side.DAMAGE, Side.TECHNICAL);
        assertThat(parts(matter, DANA)).containsOnlyKeys(Side.DAMAGE, Side.TECHNICAL);
        assertThat(parts(matter, JUN)).containsOnlyKeys(Side.TECHNICAL);
        assertThat(topics.parts(matter.topic(), Level.ALL, JUN)).hasSize(1);
    }

    @Test
    void whoIsLeftOutLearnsNothingAndIsWrittenDown() {
        var system = Optional.of(matters.system(AGENCY, POLICE));
        var reference =
                desk.report(Matters.report("警察には送らない", system, false, Set.of(MINISTRY, AGENCY)), Locale.JAPANESE, MIKA);
        var matter = desk.show(reference, MIKA);
        assertThat(reads(matter, PAUL)).isFalse();
        assertThat(sharing.withheld(matter, MIKA)).containsExactly(POLICE);
        assertThat(sharing.forgotten(desk.show(reference, DANA), DANA)).isEmpty();
    }

    @Test
    void nobodyIsToldWhomNoRuleNames() {
        var report = Matters.report("だれでも", Optional.empty(), false, Set.of(STRANGERS));
        assertThatThrownBy(() -> desk.report(report, Locale.JAPANESE, MIKA)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void aConsultationGoesToTheCentreAlone() {
        var reference = desk.report(Matters.consultation("棚卸し"), Locale.JAPANESE, SORA);
        var matter = desk.show(reference, SORA);
        assertThat(reads(matter, DANA)).isTrue();
        for (var other : List.of(MINA, JUN, PAUL, GEN, MIKA, OTTO, ED)) {
            assertThat(reads(matter, other)).isFalse();
        }
        sharing.share(matter, AGENCY, new Wanted("助言がほしい", false, false), SORA);
        assertThat(reads(matter, JUN)).isTrue();
    }

    @Test
    void sentTwiceItIsOneMatter() {
        var report = Matters.consultation("二度押し");
        var first = desk.report(report, Locale.JAPANESE, SORA);
        assertThat(desk.report(report, Locale.JAPANESE, SORA)).isEqualTo(first);
    }

    @Test
    void aHiddenOrganisationIsKnownToTheCentreAlone() {
        var matter = matters.reported("名前を出さずに", Optional.of(matters.system(AGENCY)), true, MIKA);
        assertThat(desk.show(matter.reference(), JUN).reporter()).isEmpty();
        assertThat(desk.show(matter.reference(), MINA).reporter()).isEmpty();
        assertThat(desk.steps(desk.show(matter.reference(), JUN), JUN))
                .allSatisfy(step -> assertThat(step.organisation()).isEmpty());
        assertThat(desk.show(matter.reference(), DANA).reporter())
                .hasValueSatisfying(it -> assertThat(it.organisation()).isEqualTo(RAILWAY));
        assertThat(desk.show(matter.reference(), RIN).ours()).isTrue();
        desk.say(matter.reference(), "追加です", List.of(), RIN);
        assertThat(topics.show(matter.topic(), JUN).hidden()).isTrue();
    }

    @Test
    void updatesAreVersions() {
        var matter = matters.reported("続報がある", Optional.of(matters.system(AGENCY)), false, MIKA);
        var update = new Update(
                1,
                Stage.FINAL,
                "続報がある",
                new Telling("10時に復旧した。", Map.of("public", "いいえ")),
                new Telling("予約が1時間止まった。", Map.of()),
                new Telling("送信元は 192.0.2.8 も。", Map.of()),
                "復旧しました",
                List.of());
        desk.update(matter.reference(), update, Locale.JAPANESE, RIN);
        var now = desk.show(matter.reference(), JUN);
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.stage()).isEqualTo(Stage.FINAL);
        var parts = parts(now, MIKA);
        assertThat(topics.show(parts.getOrDefault(Side.TECHNICAL, matter.topic()), MIKA)
                        .version())
                .isEqualTo(2);
        assertThat(topics.show(parts.getOrDefault(Side.DAMAGE, matter.topic()), MIKA)
                        .version())
                .isEqualTo(1);
        assertThatThrownBy(() -> desk.update(matter.reference(), update, Locale.JAPANESE, RIN))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> desk.update(matter.reference(), update, Locale.JAPANESE, JUN))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.update(matter.reference(), update, Locale.JAPANESE, OTTO))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theCentreWritesDownACallAndTheMemberConfirmsIt() {
        var call = new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                "電話で聞いた",
                new Telling("画面が出ないとのこと。", Map.of()),
                Telling.NOTHING,
                Telling.NOTHING,
                false,
                noroshi.shared.Tlp.AMBER,
                Optional.empty(),
                false,
                Set.of(),
                Optional.of(new NewMatter.OnBehalf(SPORTS, Channel.PHONE, "佐伯 様 03-0000-0000")),
                List.of());
        assertThatThrownBy(() -> desk.report(call, Locale.JAPANESE, OTTO)).isInstanceOf(NotAllowed.class);
        var reference = desk.report(call, Locale.JAPANESE, DANA);
        var matter = desk.show(reference, SORA);
        assertThat(matter.ours()).isTrue();
        assertThat(matter.unconfirmed()).isTrue();
        assertThat(desk.ours(SORA)).extracting(Matter::reference).contains(reference);
        desk.confirm(reference, SORA);
        assertThat(desk.show(reference, SORA).unconfirmed()).isFalse();
    }

    @Test
    void whoIsAddedLaterReadsFromTheStartAndTheReporterIsToldFirst() {
        var matter = matters.reported("あとから", Optional.of(matters.system()), false, MIKA);
        var asDesk = desk.show(matter.reference(), DANA);
        var proposal = sharing.propose(asDesk, AGENCY, new Wanted("解析できるため", false, true), DANA);
        assertThat(reads(matter, JUN)).isFalse();
        assertThat(sharing.proposals(matter, MIKA)).extracting(Proposal::id).contains(proposal);
        assertThatThrownBy(() -> sharing.carryOut(asDesk, proposal, DANA)).isInstanceOf(RuleBroken.class);
        sharing.decide(matter, proposal, true, MIKA);
        assertThat(reads(matter, JUN)).isTrue();
        assertThat(parts(matter, JUN)).containsOnlyKeys(Side.TECHNICAL);
    }

    @Test
    void aRecipientIsTakenOutAgain() {
        var matter = matters.reported("外す", Optional.of(matters.system(AGENCY)), false, MIKA);
        sharing.stop(matter, AGENCY, MIKA);
        assertThat(reads(matter, JUN)).isFalse();
        assertThat(reads(matter, MINA)).isTrue();
        assertThat(reads(matter, DANA)).isTrue();
        assertThat(reads(matter, RIN)).isTrue();
    }

    @Test
    void whoWasToldIsKnownToTheReporterAndTheDesk() {
        var matter = matters.reported("だれに", Optional.of(matters.system(AGENCY)), false, MIKA);
        readership.open(matter.topic(), Level.ALL, JUN);
        assertThat(sharing.recipients(matter, RIN))
                .extracting(Recipient::organisation)
                .contains(AGENCY, MINISTRY);
        assertThat(sharing.firstViews(matter, RIN)).containsOnlyKeys(AGENCY);
        assertThat(sharing.firstViews(desk.show(matter.reference(), DANA), DANA))
                .containsOnlyKeys(AGENCY);
        var asAgency = desk.show(matter.reference(), JUN);
        assertThat(sharing.recipients(asAgency, JUN)).isEmpty();
        assertThat(sharing.firstViews(asAgency, JUN)).isEmpty();
        assertThat(sharing.reach(asAgency, JUN)).isEqualTo(3);
    }

    @Test
    void aWithdrawnMatterLeavesNoWords() {
        var matter = matters.reported("取り下げる案件", Optional.of(matters.system(AGENCY)), false, MIKA);
        desk.withdraw(matter.reference(), "誤報でした", MIKA);
        assertThat(desk.show(matter.reference(), JUN).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(topics.texts(matter.topic(), 1, JUN)).isEmpty();
        assertThat(topics.newest(Newest.of(Kind.MATTER, 200, Level.ALL), JUN))
                .noneSatisfy(row -> assertThat(row.id()).isEqualTo(matter.topic()));
        assertThat(triage.ticket(desk.show(matter.reference(), DANA), DANA)
                        .standing()
                        .status())
                .isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void aWordOnAClosedMatterTakesItUpAgain() {
        var matter = matters.reported("また起きた", Optional.of(matters.system()), false, MIKA);
        triage.close(
                desk.show(matter.reference(), DANA),
                new Closure("復旧", "", Classification.NONE),
                triage.lastWord(matter, DANA),
                DANA);
        assertThat(desk.show(matter.reference(), MIKA).status()).isEqualTo(Status.CLOSED);
        desk.say(matter.reference(), "また止まりました", List.of(), RIN);
        assertThat(desk.show(matter.reference(), MIKA).status()).isEqualTo(Status.RESPONDING);
    }
}
