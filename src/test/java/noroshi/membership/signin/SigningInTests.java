package noroshi.membership.signin;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.SORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Set;
import noroshi.database.CheckUp;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // ends sessions: a house of its own
class SigningInTests {
    private static final String PASSWORD = "烽火台の見張りは夜明け前に交代する";
    private static final Device DESK = new Device("192.0.2.7", "Browser");

    @Autowired
    SignIn signIn;

    @Autowired
    Credentials credentials;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    CheckUp doctor;

    private final Totp app = Totp.random();

    @BeforeEach
    void mikaHasAPassword() {
        jdbc.sql("delete from membership.attempts").update();
        jdbc.sql("delete from membership.passkey").update();
        credentials.set(PASSWORD, app, app.code(step()), MIKA);
    }

    private long step() {
        return clock.instant().getEpochSecond() / 30;
    }

    /** Right now, and still when the next step has begun meanwhile: the password was set with the code before it. */
    private String next() {
        return app.code(step() + 1);
    }

    @Test
    void passwordAndCodeOpenASession() {
        var session = sessions.resume(signIn.withPassword(" MIKA", PASSWORD, next(), DESK));
        assertThat(session).isPresent();
        assertThat(session.get().actor()).isEqualTo(MIKA);
        assertThat(session.get().suffices()).isTrue();
    }

    @Test
    void aCodeWorksOnce() {
        var code = next();
        signIn.withPassword("mika", PASSWORD, code, DESK);
        wrong("mika", PASSWORD, code);
    }

    @Test
    void anythingWrongIsTheSameAnswer() {
        wrong("mika", PASSWORD + "x", next());
        wrong("mika", PASSWORD, "000000".equals(next()) ? "000001" : "000000");
        wrong("nobody-here", PASSWORD, next());
        wrong("sora", PASSWORD, next());
        wrong("", "", "");
    }

    /** As after a restore without the keys: a fault would tell which logins exist. */
    @Test
    void whatWasSealedWithAnotherKeyIsTheSameAnswer() {
        jdbc.sql("update membership.totp set secret = sha512(secret)").update();
        wrong("mika", PASSWORD, next());
        wrong("nobody-here", PASSWORD, next());
        assertThat(doctor.look())
                .filteredOn(finding -> finding.check().equals("sign-in-key"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.well()).isFalse());
    }

    private void wrong(String login, String password, String code) {
        assertThatThrownBy(() -> signIn.withPassword(login, password, code, DESK))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("membership.sign-in.wrong");
    }

    @Test
    void tooManyWrongOnesCloseTheWayEvenForTheRightOne() {
        for (int i = 0; i < 10; i++) {
            wrong("mika", "wrong", "000000");
        }
        assertThatThrownBy(() -> signIn.withPassword("mika", PASSWORD, next(), DESK))
                .hasMessage("membership.too-often");
    }

    @Test
    void theLastWayInStays() {
        assertThatThrownBy(() -> credentials.removePassword(MIKA)).hasMessage("membership.credential.last");
        assertThat(credentials.hasPassword(MIKA.person())).isTrue();
    }

    @Test
    void aLinkIsNotEnough() {
        var session = sessions.resume(sessions.open(SORA.person(), Set.of(Factor.LINK), DESK));
        assertThat(session.orElseThrow().suffices()).isFalse();
        assertThat(Factor.suffice(Set.of(Factor.PASSWORD))).isFalse();
        assertThat(Factor.suffice(Set.of(Factor.TOTP))).isFalse();
    }

    @Test
    void suspensionEndsEverythingAtOnce() {
        var token = sessions.open(SORA.person(), Set.of(Factor.PASSKEY), DESK);
        jdbc.sql("update membership.organisation set status = 'suspended' where id = :id")
                .param("id", SORA.organisation())
                .update();
        try {
            assertThat(sessions.resume(token)).isEmpty();
            assertThatThrownBy(() -> sessions.open(SORA.person(), Set.of(Factor.PASSKEY), DESK))
                    .isInstanceOf(NotFound.class);
        } finally {
            jdbc.sql("update membership.organisation set status = 'active' where id = :id")
                    .param("id", SORA.organisation())
                    .update();
        }
        assertThat(sessions.resume(token)).isPresent();
    }

    @Test
    void sessionsAreListedAndEndedByTheirOwnerOnly() {
        var token = sessions.open(SORA.person(), Set.of(Factor.PASSKEY), DESK);
        var id = sessions.resume(token).orElseThrow().id();
        assertThat(sessions.mine(SORA)).extracting(SessionRow::id).contains(id);
        assertThatThrownBy(() -> sessions.end(id, MIKA)).isInstanceOf(NotFound.class);
        sessions.end(id, SORA);
        assertThat(sessions.resume(token)).isEmpty();
        assertThatThrownBy(() -> sessions.end(id, SORA)).isInstanceOf(NotFound.class);
    }

    @Test
    void oneActsOnlyFromASeatOfOnesOwn() {
        var token = sessions.open(SORA.person(), Set.of(Factor.PASSKEY), DESK);
        var session = sessions.resume(token).orElseThrow();
        Actor sora = session.actor();
        assertThatThrownBy(() -> sessions.actFor(session.id(), MIKA.organisation(), sora))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theTableHoldsNoSecret() {
        var token = sessions.open(SORA.person(), Set.of(Factor.PASSKEY), DESK);
        var found = jdbc.sql("select count(*) from membership.session s where s::text like '%' || :token || '%'")
                .param("token", token.text())
                .query(Long.class)
                .single();
        assertThat(found).isZero();
    }
}
