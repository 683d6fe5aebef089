package noroshi.membership;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The job that moves people: what stands in the way of one move, and of no other. */
@WholeHouse
class MovingOneByOneTests {
    @Autowired
    Moves moves;

    @Autowired
    MovePeople job;

    @Autowired
    MoveStore store;

    @Autowired
    PeopleStore peopleStore;

    @Autowired
    KeptWindows windows;

    @Autowired
    People people;

    @Autowired
    Members members;

    @Autowired
    Invitations invitations;

    @Autowired
    Organisations organisations;

    @Autowired
    Substitutes substitutes;

    @Autowired
    AuditTrail audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    Clock clock;

    @Autowired
    SiteSettings site;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoeverMovesStandsInForNobodyAlsoNotInDaysToCome() {
        var mover = newcomer();
        var colleague = newcomer();
        people.holdWindow(people.seats(mover).getFirst().id(), true, RIN);
        var today = substitutes.today();
        var planned = List.of(
                substitutes.name(RAILWAY, MIKA.person(), mover, today.plusDays(2), today.plusDays(4), MIKA),
                substitutes.name(RAILWAY, mover, colleague, today.plusDays(2), today.plusDays(4), RIN),
                substitutes.name(RAILWAY, MIKA.person(), mover, today, today.plusDays(1), MIKA));
        accepted(mover, "strangers");

        job.run();

        assertThat(sits(mover)).containsExactly(STRANGERS);
        assertThat(substitutes.of(RAILWAY, RIN)).extracting(Substitution::id).doesNotContainAnyElementsOf(planned);
        assertThat(jdbc.sql(
                                "select count(*) from membership.belonging where substitution = any (:ids) and until > since"
                                        + " and until > now()")
                        .param("ids", planned.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSeatEndsAlsoWhereSomebodyIsToStandInLater() {
        var leaver = newcomer();
        var today = substitutes.today();
        substitutes.name(RAILWAY, MIKA.person(), leaver, today.plusDays(2), today.plusDays(4), MIKA);
        people.endSeat(people.seats(leaver).getFirst().id(), RIN);
        assertThat(sits(leaver)).isEmpty();
    }

    @Test
    void aMoveThatFailsKeepsNobodyElseFromMoving() {
        var unlucky = newcomer();
        var other = newcomer();
        accepted(unlucky, "strangers");
        accepted(other, "strangers");
        ApplicationEventPublisher failing = event -> {
            if (event instanceof SeatEnded ended && ended.person().equals(unlucky)) {
                throw new IllegalStateException("as if a listener failed");
            }
            events.publishEvent(event);
        };

        new MovePeople(store, peopleStore, windows, audit, failing, inTransaction, clock, site).run();

        assertThat(sits(other)).containsExactly(STRANGERS);
        assertThat(sits(unlucky)).as("all or nothing").containsExactly(RAILWAY);
        job.run();
        assertThat(sits(unlucky)).as("tried again").containsExactly(STRANGERS);
    }

    @Test
    void nobodyIsMovedToWhereNobodyTakesPart() {
        var code = "m-" + UUID.randomUUID().toString().substring(0, 8);
        var there = organisations.found(
                new NewOrganisation(code, "異動先 " + code, "Going " + code, Organisation.Part.MEMBER, ""), ADA);
        organisations.move(there, Organisation.Status.ACTIVE, "試験", ADA);
        var early = newcomer();
        var late = newcomer();
        accepted(early, code);
        moves.ask(late, code, moves.today(), Optional.empty(), RIN);
        organisations.move(there, Organisation.Status.SUSPENDED, "試験", ADA);

        job.run();

        assertThat(sits(early)).containsExactly(RAILWAY);
        assertThatThrownBy(() -> moves.decide(move(late), true, ADA)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> moves.ask(newcomer(), code, moves.today(), Optional.empty(), RIN))
                .isInstanceOf(RuleBroken.class);

        organisations.move(there, Organisation.Status.ACTIVE, "試験", ADA);
        job.run();
        assertThat(sits(early)).as("it waited").containsExactly(there);
        moves.decide(move(late), false, ADA);
        organisations.move(there, Organisation.Status.WITHDRAWN, "試験", ADA);
    }

    @Test
    void nobodyPassesSeatsOnOutsideOfAMove() {
        assertThatThrownBy(() -> jdbc.sql("select community.take_over(:person, :successor)")
                        .param("person", newcomer())
                        .param("successor", newcomer())
                        .query(UUID.class)
                        .list())
                .rootCause()
                .hasMessageContaining("only a move");
    }

    private void accepted(UUID person, String code) {
        moves.ask(person, code, moves.today(), Optional.empty(), RIN);
        moves.decide(move(person), true, ADA);
    }

    private UUID move(UUID person) {
        return moves.coming(ADA).stream()
                .filter(move -> move.person().id().equals(person))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<UUID> sits(UUID person) {
        return members.seats(person).stream()
                .map(seat -> seat.organisation().id())
                .toList();
    }

    private UUID newcomer() {
        var login = "o-" + UUID.randomUUID();
        var secret = invitations.invite(
                new NewInvitation(RAILWAY, "異動", login + "@member.example", Set.of(Role.MEMBER_USER)), RIN);
        return invitations.take(secret, new Newcomer(login, "異動", "", Locale.JAPANESE));
    }
}
