package noroshi.membership.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.test.context.TestPropertySource;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // ends sessions: a house of its own
class ThrottleTests {
    @Autowired
    Throttle throttle;

    @Autowired
    Passkeys passkeys;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasTried() {
        jdbc.sql("delete from membership.attempts").update();
    }

    @Test
    void spellingAndNetworkDoNotGiveMoreTries() {
        var spellings = new String[] {"mika", "MIKA", " Mika ", "mIkA"};
        for (int i = 0; i < 10; i++) {
            throttle.password(spellings[i % 4], new Device("192.0.2." + i, ""));
        }
        assertThatThrownBy(() -> throttle.password("mika", new Device("198.51.100.1", "")))
                .isInstanceOf(RuleBroken.class);
        assertThatCode(() -> throttle.password("sora", new Device("198.51.100.1", "")))
                .doesNotThrowAnyException();
    }

    @Test
    void aNetworkRunsOutOverManyAccounts() {
        for (int i = 0; i < 60; i++) {
            throttle.password("person" + i, new Device("2001:db8:1:2::" + Integer.toHexString(i), ""));
        }
        assertThatThrownBy(() -> throttle.password("another", new Device("2001:db8:1:2:ffff::1", "")))
                .isInstanceOf(RuleBroken.class);
    }

    /** From everywhere at once, as with a list of passwords that became known. */
    @Test
    void theWholePlatformRunsOutOverManyNetworks() {
        for (int i = 0; i < 240; i++) {
            throttle.password("person" + i, new Device("2001:db8:" + Integer.toHexString(i) + "::1", ""));
        }
        var elsewhere = new Device("203.0.113.7", "");
        assertThatThrownBy(() -> throttle.password("another", elsewhere)).hasMessage("membership.too-often");
    }

    @Test
    void aNetworkDoesNotFloodTheCentreWithApplications() {
        for (int i = 0; i < 20; i++) {
            throttle.application(new Device("192.0.2.7", ""));
        }
        assertThatThrownBy(() -> throttle.application(new Device("192.0.2.7", "")))
                .isInstanceOf(RuleBroken.class);
        assertThatCode(() -> throttle.application(new Device("198.51.100.7", "")))
                .doesNotThrowAnyException();
    }

    @Test
    @SuppressWarnings("unchecked") // the library's builder forgets the type of its answer
    void aNetworkDoesNotFloodTheTrailThroughPasskeys() {
        var flooding = new Device("192.0.2.8", "");
        for (int i = 0; i < 120; i++) {
            passkeys.ask(flooding);
        }
        assertThatThrownBy(() -> passkeys.ask(flooding)).isInstanceOf(RuleBroken.class);
        var nobodys = PublicKeyCredential.<AuthenticatorAssertionResponse>builder()
                .id("nobody")
                .rawId(Bytes.random())
                .response(AuthenticatorAssertionResponse.builder()
                        .authenticatorData(Bytes.random())
                        .clientDataJSON(Bytes.random())
                        .signature(Bytes.random())
                        .build())
                .build();
        assertThatThrownBy(() -> passkeys.signIn(nobodys, Bytes.random(), flooding))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("membership.too-often"));
        assertThatThrownBy(() -> passkeys.signIn(nobodys, Bytes.random(), new Device("198.51.100.8", "")))
                .as("from elsewhere it is only answered too late")
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("membership.passkey.late"));
    }

    @Test
    void parallelTriesDoNotSlipThrough() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> guess = () -> {
                try {
                    throttle.password("mika", new Device("192.0.2.9", ""));
                    return 1;
                } catch (RuleBroken refused) {
                    return 0;
                }
            };
            var admitted = 0;
            for (var each : threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> guess).toList())) {
                admitted += each.get();
            }
            assertThat(admitted).isEqualTo(10);
        }
    }

    @Test
    void theWindowPassesByTheDatabasesClock() {
        for (int i = 0; i < 10; i++) {
            throttle.password("mika", new Device("192.0.2.1", ""));
        }
        jdbc.sql("update membership.attempts set since = since - interval '16 minutes'")
                .update();
        assertThatCode(() -> throttle.password("mika", new Device("192.0.2.1", "")))
                .doesNotThrowAnyException();
    }
}
