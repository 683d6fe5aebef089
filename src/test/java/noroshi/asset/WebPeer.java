package noroshi.asset;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A web server on this machine for every host; what looks like an address of its own is a redirect. */
final class WebPeer implements AutoCloseable {
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    WebPeer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var page = pages.get("http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (page.startsWith("http")) {
                exchange.getResponseHeaders().add("Location", page);
                exchange.sendResponseHeaders(302, -1);
            } else {
                var bytes = page.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void show(String address, String page) {
        pages.put(address, page);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
