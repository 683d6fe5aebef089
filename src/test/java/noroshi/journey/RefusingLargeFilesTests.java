package noroshi.journey;

import static noroshi.testing.Cast.MIKA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import noroshi.testing.Cast;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A log of two gigabytes is refused in words, before it is read. */
@OpenHouse
class RefusingLargeFilesTests {
    private static final long TWO_GIGABYTES = 2L * 1024 * 1024 * 1024;

    @LocalServerPort
    int port;

    @Test
    void itIsRefusedInWordsBeforeItIsRead() throws IOException {
        var head = """
                POST /desk HTTP/1.1\r
                Host: localhost:%d\r
                Cookie: session=%s\r
                Accept: text/html\r
                Accept-Language: ja\r
                Sec-Fetch-Site: same-origin\r
                Content-Type: multipart/form-data; boundary=x\r
                Content-Length: %d\r
                Connection: close\r
                \r
                --x\r
                Content-Disposition: form-data; name="files"; filename="log.txt"\r
                \r
                """.formatted(port, Cast.session(MIKA.person()), TWO_GIGABYTES);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write("line of a log\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var words = new String(socket.getInputStream().readNBytes(65_536), StandardCharsets.UTF_8);
            assertThat(words).startsWith("HTTP/1.1 413").contains("置き場所・ハッシュ値・保管者");
        }
    }
}
