package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes over the wire when the request never reaches a controller. */
@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class AnsweringBrokenRequestsTests {
    @LocalServerPort
    int port;

    @Test
    void anImpossibleAddressIsAnsweredPlainly() throws IOException {
        assertThat(ask("GET /a%00b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'")
                .doesNotContain("<style", "Tomcat", "Exception");
    }

    @Test
    void anAddressThatIsTooLongIsToldInWords() throws IOException {
        assertThat(ask("GET /sample/asked?q=" + "a".repeat(40_000)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'", "アドレスが長すぎるか", "Its address is too long")
                .doesNotContain("<style", "Tomcat", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%c0%af", "%ed%a0%80", "%", "%zz"})
    void anAddressThatIsNoTextIsNoFaultOfOurs(String garbled) throws IOException {
        assertThat(ask("GET /sample/asked?q=" + garbled + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src")
                .doesNotContain("Tomcat", "Exception")
                .doesNotContainPattern("\\bE-[0-9A-F]{8}\\b");
    }

    @Test
    void anOutdatedFormSaysSoAndKeepsWhatWasTyped() throws IOException {
        var body = "body=written+with+care";
        assertThat(ask("POST /sample/rule HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Sec-Fetch-Site: same-origin\r\nAccept-Language: en\r\nX-Nobody: 1\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 403")
                .contains("This page had grown too old", "written with care", "Content-Security-Policy: default-src");
    }

    private String ask(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
