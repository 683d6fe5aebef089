package noroshi.membership;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.notification.Notifications;
import noroshi.notification.What;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.testing.OnItsWay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody stops standing in, or stops being stood in for, without a word. */
class EndingSubstitutionsEarlyTests extends Colleagues {
    @Autowired
    Notifications notifications;

    @Autowired
    OnItsWay onItsWay;

    @Test
    void whoeverDidNotEndItHearsThatItEndedEarlyAndOnce() {
        var away = newcomer(RAILWAY, RIN);
        var asa = newcomer(RAILWAY, RIN);
        people.holdWindow(seat(away), true, RIN);
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
}
