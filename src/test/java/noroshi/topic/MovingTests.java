package noroshi.topic;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.community.Admissions;
import noroshi.membership.Belonging;
import noroshi.membership.Circle;
import noroshi.membership.Invitations;
import noroshi.membership.Members;
import noroshi.membership.Move;
import noroshi.membership.Moves;
import noroshi.membership.NewInvitation;
import noroshi.membership.Newcomer;
import noroshi.membership.People;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody moves from the railway to another organisation, and what they may read from that day on. */
@WholeHouse
class MovingTests {
    @Autowired
    Moves moves;

    @Autowired
    Topics topics;

    @Autowired
    Invitations invitations;

    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Admissions admissions;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    private Actor before;
    private Actor after;
    private String login = "";
    private UUID successor;
    private UUID amber;
    private UUID red;
    private UUID green;

    @BeforeEach
    void whoMoves() {
        successor = newcomer().person();
        before = newcomer();
        after = new Actor(before.person(), STRANGERS, Set.of(Role.MEMBER_USER), "web");
        members.admit(RAIL, Circle.COMMUNITY, before.person(), false, KEI);
        members.admit(LOBBY, Circle.COMMUNITY, before.person(), false, KEI);
        people.holdWindow(people.seats(before.person()).getFirst().id(), true, RIN);
        amber = topics.post(Samples.post(Tlp.AMBER, RAIL), KEI);
        red = topics.post(Samples.post(Tlp.RED, before.person()), KEI);
        green = topics.post(Samples.post(Tlp.GREEN, Samples.EVERYONE), before);
    }

    @Test
    void onTheDayTheSeatMovesAndWhatWasRestrictedStaysBehind() {
        var own = topics.post(Samples.post(Tlp.AMBER, RAIL), before);
        assertThat(visible(before, amber, red, green, own)).isEqualTo(4);
        moves.ask(before.person(), "strangers", moves.today(), Optional.of(successor), RIN);
        run();
        assertThat(members.seats(before.person()))
                .extracting(seat -> seat.organisation().id())
                .containsExactly(RAILWAY);

        moves.decide(mine(OTTO).id(), true, OTTO);
        run();
        run();

        assertThat(members.seats(before.person())).singleElement().satisfies(seat -> {
            assertThat(seat.organisation().id()).isEqualTo(STRANGERS);
            assertThat(seat.roles()).containsExactly(Role.MEMBER_USER);
        });
        assertThatThrownBy(() -> topics.show(amber, after)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> topics.show(red, after)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> topics.show(own, after)).isInstanceOf(NotFound.class);
        assertThat(visible(after, amber, red, own)).as("under the wall").isZero();
        assertThat(visible(after, green)).isEqualTo(1);
        assertThat(topics.show(own, MIKA).withdrawn()).isFalse();
        assertThat(mvc.get().uri("/topics/" + green).with(as(NOOR))).bodyText().contains("東都鉄道");
        assertThat(within(members.windowOf(RAILWAY))).contains(successor).doesNotContain(before.person());
        assertThat(within(RAIL)).doesNotContain(successor, before.person());
        assertThat(asking(RAIL)).as("invited communities are asked").contains(successor.toString());
        assertThat(within(LOBBY)).contains(successor).doesNotContain(before.person());
        assertThat(read(
                        ADA,
                        "select detail ->> 'successor' from audit.entry where act = 'person.moved' and subject = :it",
                        before.person()))
                .containsExactly(successor.toString());
        admissions.decline(RAIL, successor, KEI);
        assertThat(members.byLogin(login).orElseThrow().id()).isEqualTo(before.person());
    }

    /** Who goes on with the topic addresses it anew, and does not bring back who wrote it. */
    @Test
    void whoeverMovedDoesNotComeBackWithANewAudience() {
        var own = topics.post(Samples.post(Tlp.AMBER, RAIL), before);
        var window = members.windowOf(RAILWAY);
        topics.entrust(own, window, true, before);
        topics.address(own, Set.of(RAIL, window), before);
        assertThat(visible(before, own)).isEqualTo(1);
        moves.ask(before.person(), "strangers", moves.today(), Optional.of(successor), RIN);
        moves.decide(mine(OTTO).id(), true, OTTO);
        run();
        assertThat(visible(after, own)).isZero();

        var colleague = new Actor(successor, RAILWAY, Set.of(Role.MEMBER_USER), "web");
        topics.address(own, Set.of(RAIL), colleague);

        assertThat(visible(after, own)).isZero();
        assertThatThrownBy(() -> topics.show(own, after)).isInstanceOf(NotFound.class);
        assertThat(visible(colleague, own)).isEqualTo(1);
    }

    /** Whoever takes over leads what was led, also where they sat as a member. */
    @Test
    void whoeverTakesOverLeadsWhereTheySatAlready() {
        members.admit(RAIL, Circle.COMMUNITY, successor, false, KEI);
        members.admit(RAIL, Circle.COMMUNITY, before.person(), true, KEI);
        moves.ask(before.person(), "strangers", moves.today(), Optional.of(successor), RIN);
        moves.decide(mine(OTTO).id(), true, OTTO);
        run();
        assertThat(members.within(RAIL))
                .filteredOn(each -> each.person().equals(successor))
                .singleElement()
                .matches(Belonging::lead);
        assertThat(asking(RAIL)).doesNotContain(successor.toString());
        people.endSeat(members.seats(successor).getFirst().id(), RIN);
    }

    /** The ordinary way to change employer: invited elsewhere first, then the old seat ends. */
    @Test
    void whoeverSitsElsewhereAlreadyPartsWithTheSameWhenTheirSeatEnds() {
        var own = topics.post(Samples.post(Tlp.AMBER, RAIL), before);
        var seat = members.seats(before.person()).getFirst();
        jdbc.sql("insert into membership.seat (person, organisation, roles) values (:person, :there, '{MEMBER_USER}')")
                .param("person", before.person())
                .param("there", STRANGERS)
                .update();
        assertThat(visible(after, amber, red, own)).isEqualTo(3);

        people.endSeat(seat.id(), RIN);

        assertThat(visible(after, amber, red, own)).isZero();
        assertThat(visible(after, green)).isEqualTo(1);
        assertThat(within(RAIL)).doesNotContain(before.person());
        assertThat(members.byLogin(login).orElseThrow().id()).isEqualTo(before.person());
    }

    @Test
    void onlyTheSideTheyGoToAccepts() {
        moves.ask(before.person(), "power", moves.today(), Optional.empty(), RIN);
        var move = mine(RIN);
        assertThat(moves.coming(OTTO)).noneMatch(it -> it.person().id().equals(before.person()));
        assertThatThrownBy(() -> moves.decide(move.id(), true, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> moves.decide(move.id(), true, RIN)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> moves.ask(before.person(), "strangers", moves.today(), Optional.empty(), RIN))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> moves.coming(MIKA)).isInstanceOf(NotFound.class);
        moves.decide(move.id(), false, RIN);
        run();
        assertThat(members.seats(before.person()))
                .extracting(seat -> seat.organisation().id())
                .containsExactly(RAILWAY);
        assertThat(visible(before, amber, red)).isEqualTo(2);
    }

    @Test
    void nobodyMovesWhomTheyDoNotAdminister() {
        assertThatThrownBy(() -> moves.ask(before.person(), "strangers", moves.today(), Optional.empty(), OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> moves.ask(before.person(), "strangers", moves.today(), Optional.empty(), MIKA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> moves.ask(before.person(), "railway", moves.today(), Optional.empty(), RIN))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() ->
                        moves.ask(before.person(), "strangers", moves.today().minusDays(1), Optional.empty(), RIN))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(
                        () -> moves.ask(before.person(), "strangers", moves.today(), Optional.of(OTTO.person()), RIN))
                .isInstanceOf(RuleBroken.class);
        assertThat(mvc.post()
                        .uri("/members/" + before.person() + "/move")
                        .param("code", "nowhere-at-all")
                        .param("day", moves.today().toString())
                        .with(as(RIN)))
                .hasStatus(422)
                .bodyText()
                .contains("nowhere-at-all");
        assertThat(mvc.get().uri("/members/moves").with(as(RIN))).hasStatusOk();
    }

    /** Nobody parts with anything while their seats last. */
    @Test
    void theDoorAsksForASeatThatEnds() {
        assertThatThrownBy(() -> inTransaction.executeWithoutResult(
                        status -> context.getBean(AddressStore.class).partWith(before.person())))
                .rootCause()
                .hasMessageContaining("only whoever gives up a seat");
        assertThat(visible(before, red)).isEqualTo(1);
    }

    private void run() {
        var job = context.getBean("noroshi.membership.MovePeople");
        ReflectionTestUtils.invokeMethod(job, "run");
    }

    private Move mine(Actor administrator) {
        return moves.coming(administrator).stream()
                .filter(move -> move.person().id().equals(before.person()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> asking(UUID community) {
        return read(
                KEI,
                "select person::text from community.request where community = :it and decided_at is null",
                community);
    }

    private List<String> read(Actor reader, String sql, UUID it) {
        try {
            return Acting.as(
                    reader,
                    () -> inTransaction.execute(status ->
                            jdbc.sql(sql).param("it", it).query(String.class).list()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<UUID> within(UUID principal) {
        return members.within(principal).stream().map(Belonging::person).toList();
    }

    private int visible(Actor reader, UUID... ids) {
        try {
            return Acting.as(
                    reader,
                    () -> inTransaction.execute(
                            status -> jdbc.sql("select count(*) from topic.topic where id = any (:ids)")
                                    .param("ids", ids)
                                    .query(Integer.class)
                                    .single()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Actor newcomer() {
        login = "v-" + UUID.randomUUID();
        var roles = Set.of(Role.MEMBER_USER);
        var secret = invitations.invite(new NewInvitation(RAILWAY, "異動", login + "@member.example", roles), RIN);
        var person = invitations.take(secret, new Newcomer(login, "異動", "", Locale.JAPANESE));
        return new Actor(person, RAILWAY, roles, "web");
    }
}
