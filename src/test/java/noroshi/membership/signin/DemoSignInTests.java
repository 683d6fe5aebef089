package noroshi.membership.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** One-click sign-in is for this machine, called by a name of this machine. */
class DemoSignInTests {
    private static boolean offered(String host, String from, String bind) {
        var environment =
                new MockEnvironment().withProperty("noroshi.demo", "true").withProperty("server.address", bind);
        var request = new MockHttpServletRequest("GET", "/sign-in");
        request.setRemoteAddr(from);
        request.addHeader("Host", host);
        request.setServerName(host);
        return new DemoSignIn(environment).offeredTo(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "[::1]"})
    void onThisMachine(String host) {
        assertThat(offered(host, "127.0.0.1", "127.0.0.1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noroshi.example",
                "localhost.example",
                "127.0.0.1.example",
                "xlocalhost",
                "192.0.2.1",
                "127.0.0.1x",
                ""
            })
    void neverUnderAnotherName(String host) {
        assertThat(offered(host, "127.0.0.1", "127.0.0.1")).isFalse();
    }

    @Test
    void neverForOthers() {
        assertThat(offered("localhost", "192.0.2.1", "127.0.0.1")).isFalse();
        assertThat(offered("localhost", "127.0.0.1", "0.0.0.0")).isFalse();
        assertThat(offered("localhost", "127.0.0.1", "")).isFalse();
    }
}
