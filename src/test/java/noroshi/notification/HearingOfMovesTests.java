package noroshi.notification;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Circle;
import noroshi.membership.Invitations;
import noroshi.membership.Members;
import noroshi.membership.Move;
import noroshi.membership.Moves;
import noroshi.membership.Moving;
import noroshi.membership.NewInvitation;
import noroshi.membership.Newcomer;
import noroshi.membership.People;
import noroshi.membership.Person;
import noroshi.membership.Substitutes;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom somebody leaves behind hears of it, and whoever moves reads what ends and what stays. */
@WholeHouse
@Import(RightNow.class)
class HearingOfMovesTests {
    @Autowired
    Moves moves;

    @Autowired
    Substitutes substitutes;

    @Autowired
    Invitations invitations;

    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    RightNow rightNow;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    private Actor before;
    private Actor after;
    private Actor colleague;

    @BeforeEach
    void whoMoves() {
        colleague = newcomer();
        before = newcomer();
        after = new Actor(before.person(), STRANGERS, Set.of(Role.MEMBER_USER), "web");
        members.admit(RAIL, Circle.COMMUNITY, before.person(), false, KEI);
        people.holdWindow(people.seats(colleague.person()).getFirst().id(), true, RIN);
        substitutes.name(
                RAILWAY,
                colleague.person(),
                before.person(),
                moves.today(),
                moves.today().plusDays(9),
                RIN);
    }

    @Test
    void theOldSideAndWhoeverMovesAreTold() throws Exception {
        moves.ask(before.person(), "strangers", moves.today(), Optional.empty(), RIN);
        rightNow.spread();
        var move = mine(OTTO).id();
        assertThat(told(before, move)).isEmpty();

        assertThat(page(OTTO, move)).contains("/acceptance", "/refusal");
        assertThat(page(RIN, move)).contains("/refusal", "/topics\"").doesNotContain("/acceptance");
        moves.decide(move, true, OTTO);
        rightNow.spread();
        assertThat(page(OTTO, move)).contains("/refusal").doesNotContain("/acceptance");
        assertThat(told(before, move)).containsExactly(What.MOVE_ACCEPTED);
        assertThat(told(RIN, move)).containsExactly(What.MOVE_ACCEPTED);
        assertThat(told(OTTO, move)).as("who decided knows").isEmpty();
        assertThat(moves.show(move, before)).matches(Moving::mine).matches(it -> !it.done());
        assertThat(page(RIN, move)).contains("なくなるもの", "残るもの", "決まりました", "東都鉄道");

        var left = told(KEI, RAIL).stream().filter(What.MEMBER_LEFT::equals).count();
        var communities =
                jdbc.sql("""
                        select count(*) from membership.belonging
                         where person = :who and circle = 'community' and until is null
                        """).param("who", before.person()).query(Integer.class).single();
        assertThat(communities).isPositive();
        run();
        rightNow.spread();
        assertThat(told(after, move)).containsExactly(What.PERSON_MOVED);
        assertThat(told(RIN, move)).containsExactly(What.PERSON_MOVED);
        assertThat(told(OTTO, move)).isEmpty();
        assertThat(told(KEI, RAIL).stream().filter(What.MEMBER_LEFT::equals)).hasSize((int) left + 1);
        assertThat(told(colleague, RAILWAY)).containsExactly(What.SUBSTITUTE_LEFT);
        for (var stranger : List.of(NOOR, MIKA, DANA)) {
            assertThat(told(stranger, move)).isEmpty();
            assertThat(told(stranger, RAIL)).doesNotContain(What.MEMBER_LEFT);
            assertThat(told(stranger, RAILWAY)).doesNotContain(What.SUBSTITUTE_LEFT);
        }
        assertThat(moves.show(move, after)).satisfies(it -> {
            assertThat(it.done()).isTrue();
            assertThat(it.mine()).isTrue();
            assertThat(it.left())
                    .as("where everybody sits they are let in again, in its own time")
                    .isBetween(1, communities);
        });
        assertThat(page(RIN, move)).contains("なくなったもの").doesNotContain("か所）");
        for (var stranger : List.of(NOOR, MIKA, KEI, DANA)) {
            assertThat(mvc.get().uri("/members/moves/" + move).with(as(stranger)))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/communities/" + RAIL + "/members").with(as(KEI)))
                .bodyText()
                .contains("最近抜けた人", "去る人");
        assertThat(mvc.get().uri("/communities/" + RAIL + "/members").with(as(NOOR)))
                .bodyText()
                .doesNotContain("最近抜けた人");
        assertThat(mvc.get().uri("/communities/" + RAIL + "/members").with(as(OTTO)))
                .hasStatus(404);
    }

    @Test
    void whatIsOffIsToldToWhoeverWasToldThatItIsAgreed() throws Exception {
        moves.ask(before.person(), "strangers", moves.today().plusDays(3), Optional.empty(), RIN);
        var move = mine(OTTO).id();
        moves.decide(move, false, OTTO);
        rightNow.spread();
        assertThat(told(before, move)).as("never told of it").isEmpty();
        assertThat(told(RIN, move)).containsExactly(What.MOVE_DECLINED);

        moves.ask(before.person(), "strangers", moves.today().plusDays(3), Optional.empty(), RIN);
        var again = mine(OTTO).id();
        moves.decide(again, true, OTTO);
        rightNow.spread();
        moves.decide(again, false, OTTO);
        rightNow.spread();
        assertThat(told(before, again)).containsExactly(What.MOVE_DECLINED);
        assertThat(page(RIN, again)).contains("取りやめになりました").doesNotContain("なくなるもの");
    }

    /** Also without a move: whoever leads a community hears when a seat there ended with the one in an organisation. */
    @Test
    void theLeadHearsWhenASeatEnds() {
        var seen = told(KEI, RAIL).size();
        people.endSeat(members.seats(before.person()).getFirst().id(), RIN);
        rightNow.spread();
        assertThat(told(KEI, RAIL)).hasSize(seen + 1);
        assertThat(told(colleague, RAILWAY)).containsExactly(What.SUBSTITUTE_LEFT);
        assertThat(told(before, RAILWAY)).isEmpty();
    }

    @Test
    void whoeverStandsInHearsThatTheColleagueLeft() {
        people.endSeat(members.seats(colleague.person()).getFirst().id(), RIN);
        rightNow.spread();
        assertThat(told(before, RAILWAY)).containsExactly(What.SUBSTITUTE_LEFT);
        for (var stranger : List.of(NOOR, OTTO, MIKA)) {
            assertThat(told(stranger, RAILWAY)).doesNotContain(What.SUBSTITUTE_LEFT);
        }
    }

    @Test
    void theLeadHearsWhenSomebodyIsWithdrawn() {
        var seen = told(KEI, RAIL).size();
        people.stand(before.person(), Person.Status.WITHDRAWN, RIN);
        rightNow.spread();
        assertThat(told(KEI, RAIL)).hasSize(seen + 1);
        assertThat(told(colleague, RAILWAY)).containsExactly(What.SUBSTITUTE_LEFT);
    }

    private String page(Actor reader, UUID move) throws Exception {
        var answer = mvc.get().uri("/members/moves/" + move).with(as(reader)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** What still concerns them, as their page shows it. */
    private List<What> told(Actor actor, UUID about) {
        try {
            return Acting.as(
                    actor,
                    () -> inTransaction.<List<What>>execute(status -> jdbc.sql("""
                                    select what from notification.item
                                     where person = :who and subject = :about and notification.concerns(id)
                                     order by at
                                    """)
                            .param("who", actor.person())
                            .param("about", about)
                            .query((row, n) -> What.valueOf(row.getString("what")))
                            .list()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Move mine(Actor administrator) {
        return moves.coming(administrator).stream()
                .filter(move -> move.person().id().equals(before.person()))
                .findFirst()
                .orElseThrow();
    }

    private void run() {
        ReflectionTestUtils.invokeMethod(context.getBean("noroshi.membership.MovePeople"), "run");
    }

    private Actor newcomer() {
        var login = "m-" + UUID.randomUUID();
        var roles = Set.of(Role.MEMBER_USER);
        var secret = invitations.invite(new NewInvitation(RAILWAY, "去る人", login + "@member.example", roles), RIN);
        var person = invitations.take(secret, new Newcomer(login, "去る人", "", Locale.JAPANESE));
        return new Actor(person, RAILWAY, roles, "web");
    }
}
