package noroshi.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TAXII server that does as it is told, byte for byte. */
final class BadServer implements AutoCloseable {
    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    /** What it answers to a request line. */
    interface Behaviour {
        void answer(String request, OutputStream out) throws IOException, InterruptedException;
    }

    BadServer(Behaviour behaviour) throws IOException {
        this(behaviour, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    BadServer(Behaviour behaviour, ServerSocket listening) {
        this.behaviour = behaviour;
        this.listening = listening;
        Thread.ofVirtual().start(this::accept);
    }

    void behave(Behaviour better) {
        behaviour = better;
    }

    int port() {
        return listening.getLocalPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/taxii2/api/collections/c/";
    }

    /** Request lines so far. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var request = String.valueOf(in.readLine());
            asked.add(request);
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.startsWith("Authorization") || line.startsWith("X-")) {
                    asked.add(line);
                }
            }
            behaviour.answer(request, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static Behaviour raw(String text) {
        return (request, out) -> write(out, text);
    }

    /** A whole answer with these headers. */
    static Behaviour answer(int status, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return raw("HTTP/1.1 " + status + " X\r\nContent-Length: " + bytes.length + "\r\n" + headers + "\r\n" + body);
    }

    static Behaviour json(String headers, String body) {
        return answer(200, "Content-Type: application/taxii+json;version=2.1\r\n" + headers, body);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
