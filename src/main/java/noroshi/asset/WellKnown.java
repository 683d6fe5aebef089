package noroshi.asset;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.springframework.stereotype.Component;

/**
 * Fetches one small file from an address that was looked up and checked before: no redirects, no second look-up, within a
 * time and a size.
 */
@Component
class WellKnown {
    private static final int MOST = 16_384;
    private static final int CONNECT_MILLIS = 5_000;

    private final Duration patience;

    WellKnown(AssetSettings settings) {
        this.patience = settings.proof().patience();
    }

    /** What the server said: its status, and what followed the empty line. */
    record Answer(int status, String body) {}

    Answer fetch(URI file, InetAddress address) throws IOException {
        var secure = "https".equals(file.getScheme());
        var port = port(secure);
        var plain = new Socket();
        var end = Thread.ofVirtual().name("proof-deadline").start(() -> closeLater(plain));
        try (plain) {
            plain.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            plain.setSoTimeout((int) patience.toMillis());
            try (var socket = secure ? secured(plain, bare(file.getHost()), port) : plain) {
                ask(file, socket.getOutputStream());
                return read(new String(socket.getInputStream().readNBytes(MOST), StandardCharsets.UTF_8));
            }
        } finally {
            end.interrupt();
        }
    }

    /** Timeouts of a socket count from byte to byte; one that is closed ends them all. */
    private void closeLater(Socket socket) {
        try {
            Thread.sleep(patience);
            socket.close();
        } catch (InterruptedException | IOException done) {
            Thread.currentThread().interrupt();
        }
    }

    int port(boolean secure) {
        return secure ? 443 : 80;
    }

    private static SSLSocket secured(Socket plain, String host, int port) throws IOException {
        try {
            var factory = SSLContext.getDefault().getSocketFactory();
            var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In the older version, which is answered whole and ends with the line. */
    private static void ask(URI file, OutputStream out) throws IOException {
        out.write(("GET " + file.getRawPath() + " HTTP/1.0\r\nHost: " + file.getHost()
                        + "\r\nUser-Agent: Noroshi\r\nAccept: text/plain\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static Answer read(String answer) throws IOException {
        if (!answer.matches("(?s)HTTP/1\\.[01] \\d{3}\\b.*")) {
            throw new IOException("no HTTP");
        }
        var status = Integer.parseInt(answer, 9, 12, 10);
        var head = answer.indexOf("\r\n\r\n");
        return new Answer(status, head < 0 ? "" : answer.substring(head + 4));
    }

    static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
