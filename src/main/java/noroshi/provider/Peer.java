package noroshi.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls servers of others: one request on one connection to an address that was checked, no redirects, everything within
 * a time and a size. What the usual client would not let us do is to look a name up once and call what was found.
 */
@Component
class Peer {
    /** Bytes of the largest answer, packed or unpacked. */
    static final int MOST = 24 * 1024 * 1024;

    private static final int CONNECT_MILLIS = 5_000;

    private final Outbound outbound;
    private final Duration patience;

    Peer(Outbound outbound, @Value("${noroshi.provider.patience:PT60S}") Duration patience) {
        this.outbound = outbound;
        this.patience = patience;
    }

    /** A request; without a body it fetches. */
    record Ask(String url, Map<String, String> headers, byte[] body, Optional<ClientCertificate> certificate) {}

    Reply ask(Ask ask) {
        var target = Target.parse(ask.url()).orElseThrow(() -> new Fault("address"));
        var deadline = System.nanoTime() + patience.toNanos();
        var plain = new Socket();
        var end = Thread.ofVirtual().name("provider-deadline").start(() -> closeLater(plain));
        try (plain) {
            plain.connect(new InetSocketAddress(outbound.address(target.host()), target.port()), CONNECT_MILLIS);
            plain.setSoTimeout((int) Math.min(patience.toMillis(), 10_000));
            try (var socket = target.secure() ? secured(plain, target, ask.certificate()) : plain) {
                send(ask, target, socket.getOutputStream());
                return read(new Limited(socket.getInputStream(), socket, deadline, MOST));
            }
        } catch (IOException broken) {
            throw fault(broken, System.nanoTime() >= deadline);
        } finally {
            end.interrupt();
        }
    }

    /** Timeouts of a socket count from byte to byte and never for writing; a socket that is closed ends both. */
    private void closeLater(Socket socket) {
        try {
            Thread.sleep(patience);
            socket.close();
        } catch (InterruptedException | IOException done) {
            Thread.currentThread().interrupt();
        }
    }

    private Fault fault(IOException broken, boolean late) {
        if (late || broken instanceof SocketTimeoutException) {
            return new Fault("slow", patience.toSeconds());
        }
        return new Fault(
                broken instanceof SSLException ? "certificate" : "broken-off", String.valueOf(broken.getMessage()));
    }

    private static SSLSocket secured(Socket plain, Target target, Optional<ClientCertificate> certificate)
            throws IOException {
        try {
            var context = certificate.isPresent() ? certificate.get().context() : SSLContext.getDefault();
            var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, target.host(), target.port(), true);
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void send(Ask ask, Target target, OutputStream out) throws IOException {
        var head = new StringBuilder(ask.body().length == 0 ? "GET " : "POST ")
                .append(target.path())
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.hostHeader())
                .append("\r\nConnection: close\r\nUser-Agent: Noroshi\r\n");
        ask.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (ask.body().length > 0) {
            head.append("Content-Length: ").append(ask.body().length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(ask.body());
        out.flush();
    }

    private static Reply read(Limited in) throws IOException {
        var first = in.line();
        if (!first.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new Fault("not-http", first);
        }
        var status = Integer.parseInt(first, 9, 12, 10);
        if (status < 200) {
            throw new Fault("not-http", first);
        }
        var headers = new HashMap<String, String>();
        for (var line = in.line(); !line.isEmpty(); line = in.line()) {
            var colon = line.indexOf(':');
            if (colon > 0 && headers.size() < Limited.MOST_HEADERS) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        var body = status == 204 || status == 304 ? new byte[0] : in.body(headers);
        return new Reply(status, Map.copyOf(headers), unpacked(headers, body));
    }

    private static byte[] unpacked(Map<String, String> headers, byte[] body) throws IOException {
        return switch (headers.getOrDefault("content-encoding", "identity").toLowerCase(java.util.Locale.ROOT)) {
            case "identity", "" -> body;
            case "gzip", "x-gzip" -> {
                try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
                    var open = gzip.readNBytes(MOST + 1);
                    if (open.length > MOST) {
                        throw new Fault("too-large", MOST / 1024 / 1024);
                    }
                    yield open;
                }
            }
            case String other -> throw new Fault("encoding", other);
        };
    }
}
