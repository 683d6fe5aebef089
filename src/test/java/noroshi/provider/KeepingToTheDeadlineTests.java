package noroshi.provider;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call ends when its time is up, whatever the other side does between two bytes. */
class KeepingToTheDeadlineTests {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Peer peer = new Peer(new Outbound("127.0.0.1"), Duration.ofSeconds(1));

    private interface Behaviour {
        void meet(Socket socket) throws IOException, InterruptedException;
    }

    private static ServerSocket server(Behaviour behaviour) throws IOException {
        var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (var socket = server.accept()) {
                behaviour.meet(socket);
            } catch (IOException | InterruptedException gone) {
                Thread.currentThread().interrupt();
            }
        });
        return server;
    }

    private void isSlow(ServerSocket server, String scheme, byte[] body) {
        var address = scheme + "://127.0.0.1:" + server.getLocalPort() + "/";
        var ask = new Peer.Ask(address, Map.of(), body, Optional.empty());
        assertTimeoutPreemptively(
                LONGEST,
                () -> assertThatThrownBy(() -> peer.ask(ask)).isInstanceOfSatisfying(Fault.class, fault -> {
                    if (!fault.key().equals("provider.fault.slow")) {
                        throw new AssertionError(fault.key());
                    }
                }));
    }

    @Test
    void aServerThatDripsOneRecordIsLeft() throws Exception {
        try (var server = server(socket -> {
            var out = socket.getOutputStream();
            out.write(new byte[] {0x16, 0x03, 0x03, 0x40, 0x00});
            for (var i = 0; i < 1_000; i++) {
                out.write(2);
                out.flush();
                Thread.sleep(100);
            }
        })) {
            isSlow(server, "https", new byte[0]);
        }
    }

    @Test
    void aServerThatReadsNothingIsLeft() throws Exception {
        try (var server = server(socket -> Thread.sleep(Duration.ofMinutes(1)))) {
            isSlow(server, "http", new byte[Peer.MOST]);
        }
    }
}
