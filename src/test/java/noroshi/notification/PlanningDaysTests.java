package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.community.Communities;
import noroshi.community.Community;
import noroshi.community.NewCommunity;
import noroshi.community.OccasionKind;
import noroshi.community.Occasions;
import noroshi.community.Profile;
import noroshi.community.Wording;
import noroshi.membership.Moves;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a community plans, and who moves, reaches those whom it concerns. */
@WholeHouse
@Import(RightNow.class)
class PlanningDaysTests {
    @Autowired
    Occasions occasions;

    @Autowired
    Communities communities;

    @Autowired
    Feeds feeds;

    @Autowired
    Moves moves;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Test
    void thePlannedDayStandsInTheCalendarsOfMembersAlone() {
        var name = "秘密の勉強会-" + UUID.randomUUID();
        occasions.add(
                RAIL,
                OccasionKind.STUDY,
                new Wording(name, ""),
                occasions.today().plusDays(40),
                KEI);
        var planned = occasions.mine(KEI).stream()
                .map(day -> day.occasion())
                .filter(each -> each.name().in(Locale.JAPANESE).equals(name))
                .findFirst()
                .orElseThrow();
        for (var member : List.of(KEI, MIKA, NOOR)) {
            assertThat(unfolded(member))
                    .contains(planned.id().toString(), "/communities/" + RAIL)
                    .doesNotContain(name, "community.occasion");
        }
        for (var other : List.of(OTTO, SORA, DANA)) {
            assertThat(unfolded(other)).doesNotContain(planned.id().toString(), name);
        }
        occasions.remove(RAIL, planned.id(), KEI);
        assertThat(unfolded(MIKA)).doesNotContain(planned.id().toString());
    }

    @Test
    void anOpenCommunitysDayIsNamed() {
        var words = new Wording("開かれた会", "Open circle");
        var id = communities.found(
                new NewCommunity(
                        "p" + UUID.randomUUID().toString().substring(0, 8),
                        Community.Kind.OPEN,
                        new Profile(words, words, words, words, 1),
                        KEI.person()),
                ADA);
        occasions.add(
                id,
                OccasionKind.EXERCISE,
                new Wording("公開演習", ""),
                occasions.today().plusDays(3),
                KEI);
        assertThat(unfolded(KEI)).contains("公開演習", "開かれた会");
        assertThat(unfolded(OTTO)).doesNotContain("公開演習");
    }

    @Test
    void theSideThatSomebodyMovesToIsTold() {
        moves.ask(MIKA.person(), "strangers", moves.today().plusDays(30), Optional.empty(), RIN);
        rightNow.spread();
        assertThat(told(OTTO)).isOne();
        assertThat(told(RIN)).isZero();
        assertThat(told(MIKA)).isZero();
        assertThat(told(NOOR)).isZero();
        var move = moves.coming(OTTO).stream()
                .filter(each -> each.day().equals(moves.today().plusDays(30)))
                .findFirst()
                .orElseThrow();
        moves.decide(move.id(), false, OTTO);
        assertThat(told(OTTO)).as("decided").isZero();
    }

    private long told(Actor actor) {
        return notifications.list(false, new Window(0, 200), actor).stream()
                .filter(row -> row.shown().outline().what() == What.MOVE_ASKED)
                .count();
    }

    private String unfolded(Actor actor) {
        return feeds.dates(actor).replace("\r\n ", "");
    }
}
