package noroshi.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's server that takes whatever it is brought, and remembers it. */
final class Taker implements AutoCloseable {
    private final HttpServer server;
    private final List<String> brought = new CopyOnWriteArrayList<>();

    /** Something may happen while it is being brought something. */
    Taker(Runnable meanwhile) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", request -> {
            brought.add(new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            meanwhile.run();
            var answer = "{\"id\":\"x\",\"status\":\"complete\"}".getBytes(StandardCharsets.UTF_8);
            request.getResponseHeaders().add("Content-Type", "application/taxii+json;version=2.1");
            request.sendResponseHeaders(202, answer.length);
            request.getResponseBody().write(answer);
            request.close();
        });
        server.start();
    }

    /** The bodies of what it was brought, in their order; grows. */
    List<String> brought() {
        return brought;
    }

    /** The provider behind it, which is to be brought a collection. */
    NewProvider of(UUID collection) {
        return new NewProvider(
                "Partner CTI",
                "",
                "",
                List.of(),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                SignIn.NONE,
                "",
                "",
                15,
                10,
                Optional.empty(),
                Optional.of(collection));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
