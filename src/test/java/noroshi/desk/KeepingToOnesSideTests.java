package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.membership.Circle;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import noroshi.topic.Author;
import noroshi.topic.Conversation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What is between some of a matter's readers stays between them. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=KeepingToOnesSideTests") // people change seats: a house of its own
@Import(Matters.class)
class KeepingToOnesSideTests {
    private static final NewSupport WANTED = new NewSupport(
            AGENCY,
            Set.of(SupportKind.INVESTIGATION),
            Support.Mode.REMOTE,
            "検体を見てほしい",
            "検体 1 件の解析まで",
            Optional.empty());

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    SupportDesk supports;

    @Autowired
    Matters matters;

    @Autowired
    Members members;

    @Autowired
    Conversation conversation;

    private Matter asDesk(Matter matter) {
        return desk.show(matter.reference(), DANA);
    }

    private List<String> acts(Matter matter, Actor actor) {
        return desk.steps(desk.show(matter.reference(), actor), actor).stream()
                .map(Step::act)
                .toList();
    }

    @Test
    void whetherAnAgencyHelpsIsNotForTheOtherReaders() {
        var matter = matters.reported("支援の返事", Optional.of(matters.system(AGENCY, POLICE)), false, MIKA);
        var support = supports.ask(asDesk(matter), WANTED, DANA);
        supports.answer(desk.show(matter.reference(), JUN), support, Support.Verdict.DECLINED, "手がいっぱい", JUN);
        for (var concerned : List.of(MIKA, RIN, DANA, JUN)) {
            assertThat(acts(matter, concerned)).as(concerned.toString()).contains("support_answered");
        }
        for (var other : List.of(PAUL, MINA)) {
            assertThat(acts(matter, other))
                    .as(other.toString())
                    .contains("submitted")
                    .doesNotContain("support_answered");
        }
    }

    @Test
    void nobodyWritesInTheNameOfAnother() {
        var matter = matters.reported("だれの名で", Optional.of(matters.system(AGENCY)), false, MIKA);
        var insert = "insert into desk.step (matter, at, act, organisation) values (?, now(), 'confirmed', ?)";
        assertThatThrownBy(() -> matters.sql(JUN, insert, matter.topic(), POLICE))
                .hasStackTraceContaining("row-level security");
        assertThat(matters.sql(JUN, insert, matter.topic(), AGENCY)).isOne();
    }

    @Test
    void helpIsAskedOfNobodyWhomTheReporterLeftOut() {
        var system = Optional.of(matters.system(AGENCY));
        var unticked = Matters.report("機構には送らない", system, false, Set.of(MINISTRY));
        var leftOut = desk.show(desk.report(unticked, Locale.JAPANESE, MIKA), MIKA);
        refuses(leftOut);

        var ended = matters.reported("外したあと", system, false, MIKA);
        sharing.stop(ended, AGENCY, MIKA);
        refuses(ended);

        var refused = matters.reported("断ったあと", Optional.of(matters.system()), false, MIKA);
        var proposal = sharing.propose(asDesk(refused), AGENCY, new Wanted("解析できるため", false, true), DANA);
        sharing.decide(refused, proposal, false, MIKA);
        refuses(refused);
        sharing.share(refused, AGENCY, new Wanted("やはり頼みたい", false, true), MIKA);
        supports.ask(asDesk(refused), WANTED, DANA);
    }

    @Test
    void whoReadsTheOutlineAloneIsNotAskedToReadMore() {
        var consultation = desk.show(desk.report(Matters.consultation("概要だけ"), Locale.JAPANESE, SORA), SORA);
        sharing.share(consultation, AGENCY, new Wanted("知っておいてほしい", false, false), SORA);
        refuses(consultation);
    }

    private void refuses(Matter matter) {
        assertThatThrownBy(() -> supports.ask(asDesk(matter), WANTED, DANA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.getMessage()).contains("desk.support.no-consent"));
    }

    @Test
    void anAgencyThatHelpsIsNotTakenOut() {
        var matter = matters.reported("支援中に外す", Optional.of(matters.system(AGENCY)), false, MIKA);
        var support = supports.ask(asDesk(matter), WANTED, DANA);
        assertThatThrownBy(() -> sharing.stop(matter, AGENCY, MIKA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.getMessage()).contains("desk.support.helping"));
        supports.end(asDesk(matter), support, DANA);
        sharing.stop(matter, AGENCY, MIKA);
    }

    /** Jun holds the agency's window, and has come to work for the railway as well. */
    @Test
    void nobodyOfAHiddenOrganisationSpeaksOpenly() {
        matters.owner("insert into membership.seat (person, organisation) values ('%s', '%s')"
                .formatted(JUN.person(), RAILWAY));
        var matter = matters.reported("名を伏せた会社の人", Optional.of(matters.system(AGENCY)), true, MIKA);
        var asRailway = new Actor(JUN.person(), RAILWAY, Set.of(Role.MEMBER_USER), "web");
        assertThat(desk.show(matter.reference(), asRailway).ours()).isFalse();
        desk.say(matter.reference(), "うちの話です", List.of(), asRailway);
        assertThat(conversation.thread(matter.topic(), MINA))
                .singleElement()
                .satisfies(it -> assertThat(it.author()).isInstanceOf(Author.Hidden.class));
    }

    /** Noor reports for the power company, leaves it, and holds the ministry's window from then on. */
    @Test
    void whoeverLeftTellsNoMore() {
        var matter = matters.reported("書いた人が移る", Optional.of(matters.system()), false, NOOR);
        matters.owner("update membership.seat set until = now() where person = '%s'".formatted(NOOR.person()));
        matters.owner("insert into membership.seat (person, organisation) values ('%s', '%s')"
                .formatted(NOOR.person(), MINISTRY));
        members.leave(members.windowOf(POWER), NOOR.person(), ADA);
        members.admit(members.windowOf(MINISTRY), Circle.OFFICE, NOOR.person(), false, ADA);
        var moved = new Actor(NOOR.person(), MINISTRY, Set.of(Role.MEMBER_USER), "web");
        var update = new Update(
                1,
                Stage.FINAL,
                "移ったあと",
                new Telling("まだ書けるか", Map.of()),
                Telling.NOTHING,
                Telling.NOTHING,
                "移った",
                List.of());
        assertThat(desk.tells(desk.show(matter.reference(), moved), moved)).isFalse();
        assertThatThrownBy(() -> desk.update(matter.reference(), update, Locale.JAPANESE, moved))
                .isInstanceOf(NotAllowed.class);
    }
}
