package noroshi.membership;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import noroshi.notification.Notifications;
import noroshi.notification.What;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Window;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Nobody stops standing in, or stops being stood in for, without a word. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=StandingInTests") // in the house where offices change hands
class EndingSubstitutionsEarlyTests {
    @Autowired
    Substitutes substitutes;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    Members members;

    @Autowired
    Notifications notifications;

    @Autowired
    OnItsWay onItsWay;

    @Test
    void whoeverDidNotEndItHearsThatItEndedEarlyAndOnce() {
        var away = newcomer(RAILWAY, RIN);
        var asa = newcomer(RAILWAY, RIN);
        people.holdWindow(members.seats(away.person()).getFirst().id(), true, RIN);
        var today = substitutes.today();
        var now = substitutes.name(RAILWAY, away.person(), asa.person(), today, today.plusDays(9), RIN);
        var coming =
                substitutes.name(RAILWAY, away.person(), asa.person(), today.plusDays(20), today.plusDays(21), away);
        onItsWay.untilTold();
        assertThat(endings(away)).isZero();

        substitutes.end(now, asa);
        substitutes.end(now, asa);
        onItsWay.untilTold();
        assertThat(endings(away)).isOne();
        assertThat(endings(asa)).as("who ended it knows").isZero();

        substitutes.end(coming, RIN);
        substitutes.end(coming, RIN);
        onItsWay.untilTold();
        assertThat(endings(away)).as("also where it had not begun").isEqualTo(2);
        assertThat(endings(asa)).isOne();
        for (var other : List.of(RIN, MIKA, NOOR, OTTO, DANA)) {
            assertThat(endings(other)).isZero();
        }
    }

    private long endings(Actor actor) {
        return notifications.list(false, new Window(0, 200), actor).stream()
                .filter(row -> row.shown().outline().what() == What.SUBSTITUTION_ENDED)
                .filter(row -> notifications
                        .open(row.shown().item(), false, actor)
                        .equals("/organisations/" + RAILWAY + "/substitutes"))
                .count();
    }

    private Actor newcomer(UUID organisation, Actor by) {
        var link = invitations.invite(
                new NewInvitation(
                        organisation, "新田 朝", UUID.randomUUID() + "@member.example", Set.of(Role.MEMBER_USER)),
                by);
        var login = "n" + UUID.randomUUID().toString().substring(28);
        var person = invitations.take(link, new Newcomer(login, "新田 朝", "", Locale.JAPANESE));
        return new Actor(person, organisation, Set.of(Role.MEMBER_USER), "web");
    }
}
