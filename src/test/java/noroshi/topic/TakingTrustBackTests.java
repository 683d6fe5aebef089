package noroshi.topic;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Circle;
import noroshi.membership.Withdrawal;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What is entrusted stays with whom it is, and where it was closed to. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=StandingInTests") // people and organisations go
class TakingTrustBackTests extends Leavings {
    @Autowired
    JdbcClient jdbc;

    @Test
    void theCentreGivesAwayNothingOfWhoSitsElsewhereAndNothingInAnotherName() throws Exception {
        var leaving = founded("e-" + UUID.randomUUID().toString().substring(0, 8));
        var another = founded("e-" + UUID.randomUUID().toString().substring(0, 8));
        var theirs = newcomer(leaving, ADA);
        var green = post(Tlp.GREEN, false, theirs, EVERYONE);
        seat(
                theirs,
                "insert into membership.seat (person, organisation, roles) values (:person, :there, '{MEMBER_USER}')");
        List.of(leaving, another).forEach(each -> organisations.withdraw(new Withdrawal(each, "合併", false), ADA));
        assertThat(entrustings.left(leaving, ALL, ADA))
                .as("who wrote it answers for it")
                .isEmpty();
        assertThatThrownBy(() -> entrustings.entrust(leaving, List.of(green), "power", ADA))
                .isInstanceOf(NotAllowed.class);

        seat(theirs, "update membership.seat set until = now() where person = :person and organisation = :there");
        assertThat(entrustings.left(leaving, ALL, ADA))
                .extracting(Entrustable::topic)
                .containsExactly(green);
        assertThatThrownBy(() -> entrustings.entrust(another, List.of(green), "railway", ADA))
                .as("it was shared in the name of another")
                .isInstanceOf(NotAllowed.class);
        entrustings.entrust(leaving, List.of(green), "railway", ADA);
        for (var not : List.of(RAILWAY, another)) {
            assertThatThrownBy(() -> entrustings.takeBack(not, green, ADA)).isInstanceOf(NotFound.class);
        }
        var back = "/organisations/" + leaving + "/topics/" + green + "/return";
        assertThat(body("/organisations/" + RAILWAY + "/topics", ADA)).contains(back);
        assertThat(mvc.post().uri(back).with(as(ADA))).hasStatus(303);
        assertThat(topics.isSource(green, MIKA)).isFalse();
    }

    @Test
    void whatTheAuthorClosedToTheWindowIsClosedToItOnceItIsTakenBack() {
        var asa = newcomer(RAILWAY, RIN);
        members.admit(LOBBY, Circle.COMMUNITY, asa.person(), false, KEI);
        var own = office("window", RAILWAY);
        var closed = post(Tlp.AMBER, false, asa, own, POWER_WINDOW);
        var open = post(Tlp.AMBER, false, asa, own, POWER_WINDOW);
        entrustings.entrust(RAILWAY, List.of(closed, open), "", asa);
        topics.address(closed, Set.of(POWER_WINDOW), asa);
        assertThat(topics.show(closed, MIKA).id()).as("it is entrusted to her").isEqualTo(closed);

        List.of(closed, open).forEach(each -> entrustings.takeBack(RAILWAY, each, asa));
        assertThatThrownBy(() -> topics.show(closed, MIKA)).isInstanceOf(NotFound.class);
        assertThat(topics.show(open, MIKA).id()).as("it is addressed to her").isEqualTo(open);
    }

    private void seat(Actor person, String change) {
        jdbc.sql(change).param("person", person.person()).param("there", POWER).update();
    }
}
