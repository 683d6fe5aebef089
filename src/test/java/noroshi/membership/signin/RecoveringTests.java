package noroshi.membership.signin;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.membership.Newcomer;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Every path through a recovery: who may ask, who may confirm, when the link works, what it ends. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // ends sessions: a house of its own
class RecoveringTests {
    @Autowired
    Recoveries recoveries;

    @Autowired
    Sessions sessions;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient jdbc;

    /** A newcomer each time: other classes need the sessions of the cast. */
    private Actor lost = OTTO;

    @BeforeEach
    void somebodyLosesEverything() {
        var login = "l" + UUID.randomUUID().toString().substring(28);
        var roles = Set.of(Role.MEMBER_USER);
        var secret = invitations.invite(new NewInvitation(RAILWAY, "失った人", login + "@member.example", roles), RIN);
        var person = invitations.take(secret, new Newcomer(login, "失った人", "", Locale.JAPANESE));
        lost = new Actor(person, RAILWAY, roles, "web");
    }

    @BeforeEach
    void nothingUnderWay() {
        jdbc.sql("update membership.recovery set stopped_at = now() where used_at is null and stopped_at is null")
                .update();
    }

    private Recovery requested() {
        recoveries.request(lost.person(), "電話をなくした", RIN);
        return recoveries.of(lost.person()).orElseThrow();
    }

    private void pauseIsOver() {
        jdbc.sql("update membership.recovery set opens_at = now() where token is not null and used_at is null")
                .update();
    }

    @Test
    void twoPeopleLetAThirdIn() {
        var phone = sessions.open(lost.person(), Set.of(Factor.PASSKEY), new Device("192.0.2.1", ""));
        var link = recoveries.confirm(requested().id(), ADA);
        assertThatThrownBy(() -> recoveries.use(link)).hasMessage("membership.recovery.early");
        pauseIsOver();
        assertThat(recoveries.use(link)).isEqualTo(lost.person());
        assertThat(sessions.resume(phone)).isEmpty();
        assertThatThrownBy(() -> recoveries.use(link)).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyWhoKnowsThePersonMayAsk() {
        assertThatThrownBy(() -> recoveries.request(lost.person(), "x", OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> recoveries.request(lost.person(), "x", NOOR)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> recoveries.request(lost.person(), "x", DANA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> recoveries.request(lost.person(), "x", lost)).isInstanceOf(RuleBroken.class);
        requested();
        assertThatThrownBy(() -> recoveries.request(lost.person(), "x", RIN)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void nobodyConfirmsWhatTheyAskedForAndOnlyTheCentreConfirms() {
        recoveries.request(lost.person(), "x", ADA);
        var id = recoveries.of(lost.person()).orElseThrow().id();
        assertThatThrownBy(() -> recoveries.confirm(id, ADA)).hasMessage("membership.recovery.two-people");
        assertThatThrownBy(() -> recoveries.confirm(id, RIN)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> recoveries.confirm(id, OTTO)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void theLinkIsMadeOnce() {
        var id = requested().id();
        recoveries.confirm(id, ADA);
        assertThatThrownBy(() -> recoveries.confirm(id, ADA)).hasMessage("membership.recovery.confirmed");
    }

    @Test
    void thePersonCanStopItAndThenNothingWorks() {
        var id = requested().id();
        var link = recoveries.confirm(id, ADA);
        pauseIsOver();
        assertThatThrownBy(() -> recoveries.stop(id, OTTO)).isInstanceOf(NotFound.class);
        recoveries.stop(id, lost);
        assertThat(recoveries.behind(link)).isEmpty();
        assertThatThrownBy(() -> recoveries.use(link)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> recoveries.confirm(id, ADA)).isInstanceOf(NotFound.class);
    }

    @Test
    void itRunsOut() {
        var link = recoveries.confirm(requested().id(), ADA);
        jdbc.sql("update membership.recovery set ends_at = now() where token is not null and used_at is null")
                .update();
        assertThatThrownBy(() -> recoveries.use(link)).isInstanceOf(NotFound.class);
        assertThat(requested()).isNotNull();
    }
}
