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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who reads a matter is what its reporter said last, whoever says it at the same moment. */
@WholeHouse
@Import(Matters.class)
class AgreeingToReadersTests {
    private static final Wanted WANTED = new Wanted("解析できるため", false, true);

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    SupportDesk supports;

    @Autowired
    Matters matters;

    private Matter asDesk(Matter matter) {
        return desk.show(matter.reference(), DANA);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.getMessage()).contains(key));
    }

    private void reads(Matter matter, Actor actor) {
        assertThat(desk.show(matter.reference(), actor).topic()).isEqualTo(matter.topic());
    }

    private void readsNothing(Matter matter, Actor... actors) {
        for (var actor : actors) {
            assertThatThrownBy(() -> desk.show(matter.reference(), actor))
                    .as(actor.toString())
                    .isInstanceOf(NotFound.class);
        }
    }

    /** Does the second while the first is not finished; the second has to wait for it. */
    private void atOnce(Actor one, Matters.Work first, Matters.Work second) throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ahead = threads.submit(() -> matters.during(one, () -> {
                first.run();
                begun.countDown();
                end.await(10, TimeUnit.SECONDS);
            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            var behind = threads.submit(() -> {
                second.run();
                return true;
            });
            Thread.sleep(300);
            assertThat(behind.isDone()).isFalse();
            end.countDown();
            ahead.get();
            behind.get();
        }
    }

    @Test
    void twoWhoAreTakenOutAtOnceBothReadNoFurther() throws Exception {
        var matter = matters.reported("二人が同時に外す", Optional.of(matters.system(AGENCY, POLICE)), false, MIKA);
        atOnce(MIKA, () -> sharing.stop(matter, AGENCY, MIKA), () -> sharing.stop(matter, POLICE, RIN));
        readsNothing(matter, JUN, PAUL);
        reads(matter, MINA);
    }

    @Test
    void whoIsLetInWhileAPartIsToldReadsThePart() throws Exception {
        var system = Optional.of(matters.system());
        var bare = new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                "あとから技術情報",
                new Telling("つながりにくい。", Map.of()),
                Telling.NOTHING,
                Telling.NOTHING,
                false,
                Tlp.AMBER,
                system,
                false,
                Set.of(),
                Optional.empty(),
                List.of());
        var matter = desk.show(desk.report(bare, Locale.JAPANESE, MIKA), MIKA);
        var more = new Update(
                1,
                Stage.FOLLOW_UP,
                "あとから技術情報",
                new Telling("つながりにくい。", Map.of()),
                Telling.NOTHING,
                new Telling("送信元は 192.0.2.9。", Map.of()),
                "追記",
                List.of());
        atOnce(
                MIKA,
                () -> sharing.share(matter, AGENCY, WANTED, MIKA),
                () -> desk.update(matter.reference(), more, Locale.JAPANESE, RIN));
        assertThat(desk.parts(desk.show(matter.reference(), JUN), JUN)).containsOnlyKeys(Side.TECHNICAL);
    }

    @Test
    void silenceIsAnAnswerOnlyWhereNothingWasSaid() {
        var matter = matters.reported("答えがない", Optional.of(matters.system()), false, MIKA);
        var proposal = sharing.propose(asDesk(matter), AGENCY, WANTED, DANA);
        assertThat(mayCarryOut(matter, proposal)).isFalse();
        refused(() -> sharing.carryOut(asDesk(matter), proposal, DANA), "desk.told-too-lately");
        longAgo(proposal);
        assertThat(mayCarryOut(matter, proposal)).isTrue();
        sharing.carryOut(asDesk(matter), proposal, DANA);
        reads(matter, JUN);
    }

    @Test
    void aNoIsNotOutlasted() {
        var system = Optional.of(matters.system(AGENCY));
        var unticked = Matters.report("機構は外した", system, false, Set.of(MINISTRY));
        staysOut(desk.show(desk.report(unticked, Locale.JAPANESE, MIKA), MIKA));

        var ended = matters.reported("あとで外した", system, false, MIKA);
        sharing.stop(ended, AGENCY, MIKA);
        staysOut(ended);

        var said = matters.reported("断った", Optional.of(matters.system()), false, MIKA);
        sharing.decide(said, sharing.propose(asDesk(said), AGENCY, WANTED, DANA), false, MIKA);
        staysOut(said);
    }

    private void staysOut(Matter matter) {
        var proposal = sharing.propose(asDesk(matter), AGENCY, WANTED, DANA);
        longAgo(proposal);
        assertThat(mayCarryOut(matter, proposal)).isFalse();
        refused(() -> sharing.carryOut(asDesk(matter), proposal, DANA), "desk.reporter-refused");
        readsNothing(matter, JUN);
        sharing.decide(matter, proposal, true, MIKA);
        reads(matter, JUN);
    }

    @Test
    void anAnswerOfTheReportersOwnIsNotWidened() {
        var matter = matters.reported("概要だけ見せた", Optional.of(matters.system()), false, MIKA);
        var proposal = sharing.propose(asDesk(matter), AGENCY, WANTED, DANA);
        sharing.share(matter, AGENCY, new Wanted("概要だけ", false, false), MIKA);
        longAgo(proposal);
        refused(() -> sharing.carryOut(asDesk(matter), proposal, DANA), "desk.already-told");
        assertThat(desk.parts(desk.show(matter.reference(), JUN), JUN)).isEmpty();
    }

    @Test
    void nobodyIsProposedTwiceAtATime() {
        var matter = matters.reported("二度の提案", Optional.of(matters.system()), false, MIKA);
        var proposal = sharing.propose(asDesk(matter), AGENCY, WANTED, DANA);
        refused(() -> sharing.propose(asDesk(matter), AGENCY, WANTED, DANA), "desk.already-proposed");
        assertThatThrownBy(() -> matters.owner("""
                        insert into desk.proposal (matter, organisation, reason, damage, technical, proposed_at, proposed_by)
                        select matter, organisation, reason, damage, technical, proposed_at, proposed_by
                          from desk.proposal where id = '%s'
                        """.formatted(proposal)))
                .hasStackTraceContaining("proposal_matter_organisation_idx");
        sharing.decide(matter, proposal, false, MIKA);
        assertThat(sharing.propose(asDesk(matter), AGENCY, WANTED, DANA)).isNotEqualTo(proposal);
    }

    @Test
    void helpIsGivenBySecurityAgencies() {
        var matter = matters.reported("支援は機構から", Optional.of(matters.system()), false, MIKA);
        assertThat(sharing.agencies(asDesk(matter), DANA))
                .extracting(OrganisationName::id)
                .contains(AGENCY, MINISTRY)
                .doesNotContain(SPORTS, POLICE, PROVIDER);
        refused(() -> supports.ask(asDesk(matter), help(SPORTS), DANA), "desk.support.no-consent");
        readsNothing(matter, SORA);
        supports.ask(asDesk(matter), help(AGENCY), DANA);
        reads(matter, JUN);
        for (var other : List.of(MIKA, JUN, OTTO)) {
            assertThat(sharing.agencies(matter, other)).isEmpty();
        }
    }

    /** Whatever a form of a question sends along, the question stays with the Centre. */
    @Test
    void aQuestionIsNotHandedOn() {
        var asked = Matters.consultation("質問だけ");
        var helped = new NewMatter(
                asked.once(),
                asked.kind(),
                asked.title(),
                asked.outline(),
                asked.damage(),
                asked.technical(),
                false,
                asked.tlp(),
                asked.system(),
                true,
                Set.of(),
                Optional.empty(),
                List.of());
        var matter = desk.show(desk.report(helped, Locale.JAPANESE, SORA), SORA);
        refused(() -> supports.ask(asDesk(matter), help(AGENCY), DANA), "desk.support.no-consent");
        readsNothing(matter, JUN);
    }

    private static NewSupport help(UUID organisation) {
        return new NewSupport(
                organisation, Set.of(SupportKind.INVESTIGATION), Support.Mode.REMOTE, "見てほしい", "一度", Optional.empty());
    }

    private boolean mayCarryOut(Matter matter, UUID proposal) {
        var asDesk = asDesk(matter);
        return sharing.proposals(asDesk, DANA).stream()
                .filter(it -> it.id().equals(proposal))
                .allMatch(it -> sharing.mayCarryOut(asDesk, it, DANA));
    }

    private void longAgo(UUID proposal) {
        matters.owner("update desk.proposal set proposed_at = proposed_at - interval '1 hour' where id = '%s'"
                .formatted(proposal));
    }
}
