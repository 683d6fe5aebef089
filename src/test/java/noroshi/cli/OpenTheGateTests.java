package noroshi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import noroshi.database.CannotStart;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a stranger claims about a request is believed only from the proxy the operator named. */
class OpenTheGateTests {
    @Test
    void nobodyIsBelievedUnlessNamed() {
        assertThat(open(Map.of()).containsProperty("server.forward-headers-strategy"))
                .isFalse();
    }

    @Test
    void onlyTheNamedAddressesAreBelieved() {
        var environment = open(Map.of("NOROSHI_TRUSTED_PROXY", "192.0.2.7, 2001:db8::1"));
        var believed = Pattern.compile(environment.getRequiredProperty("server.tomcat.remoteip.internal-proxies"));
        assertThat(believed.matcher("192.0.2.7").matches()).isTrue();
        assertThat(believed.matcher("2001:db8::1").matches()).isTrue();
        assertThat(believed.matcher("192.0.2.70").matches()).isFalse();
        assertThat(believed.matcher("192x0.2.7").matches()).isFalse();
        assertThat(believed.matcher("127.0.0.1").matches()).isFalse();
    }

    @Test
    void aCertificateComesWithItsKey() {
        assertThatThrownBy(() -> open(Map.of("NOROSHI_TLS_CERTIFICATE", "pom.xml")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("NOROSHI_TLS_KEY");
        assertThat(open(Map.of("NOROSHI_TLS_CERTIFICATE", "pom.xml", "NOROSHI_TLS_KEY", "pom.xml"))
                        .getProperty("server.ssl.bundle"))
                .isEqualTo("noroshi");
    }

    @Test
    void aPortIsANumberAndNamedButEmptyIsTheUsual() {
        assertThat(open(Map.of("SERVER_PORT", "")).getProperty("server.port")).isEqualTo("8080");
        assertThat(open(Map.of("SERVER_PORT", "0")).getProperty("server.port")).isEqualTo("0");
        for (var not : List.of("-1", "65536", "http")) {
            assertThatThrownBy(() -> open(Map.of("SERVER_PORT", not)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("from 0 to 65535, not " + not);
        }
    }

    @Test
    void aTimeZoneIsOneThatThereIsAndNamedButEmptyIsTheUsual() {
        assertThat(open(Map.of("NOROSHI_TZ", "")).getProperty("noroshi.tz")).isEqualTo("Asia/Tokyo");
        assertThat(open(Map.of("NOROSHI_TZ", "Europe/Berlin")).getProperty("noroshi.tz"))
                .isEqualTo("Europe/Berlin");
        for (var not : List.of("Mars/X", "JST-9", "!")) {
            assertThatThrownBy(() -> open(Map.of("NOROSHI_TZ", not)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("NOROSHI_TZ must name a time zone, such as Asia/Tokyo, not " + not + ".");
        }
    }

    /** The whole of 127.0.0.0/8 is this machine's: taken on one address, a port is not free on all of them. */
    @Test
    void withoutAnAddressEveryAddressMustBeFree() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            KnockFirst.knock("127.0.0.1", other.getLocalPort());
            assertThatThrownBy(() -> KnockFirst.knock("", other.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("of every address cannot be used");
        }
    }

    private static StandardEnvironment open(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var dotted = new HashMap<String, Object>();
        variables.forEach(
                (name, value) -> dotted.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        environment.getPropertySources().addFirst(new MapPropertySource("variables", dotted));
        new OpenTheGate().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
