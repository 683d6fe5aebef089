package noroshi.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executors;
import noroshi.database.DataFolder;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the administrator's orders on a loopback port of its own, which no proxy and no browser ever reaches. */
@Component
class CommandDesk implements DisposableBean {
    private static final int LONGEST_ORDER = 64 * 1024;

    private final Orders orders;
    private final DataFolder data;

    private Optional<HttpServer> server = Optional.empty();
    private Optional<Door> door = Optional.empty();

    CommandDesk(Orders orders, DataFolder data) {
        this.orders = orders;
        this.data = data;
    }

    @EventListener
    @org.springframework.core.annotation.Order(0)
    synchronized void open(AvailabilityChangeEvent<ReadinessState> event) throws IOException {
        if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC || server.isPresent()) {
            return;
        }
        var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var here =
                new Door(URI.create("http://127.0.0.1:" + listening.getAddress().getPort() + Door.PATH), newSecret());
        listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        listening.createContext(Door.PATH, exchange -> take(exchange, here.secret()));
        listening.start();
        here.announce(data);
        server = Optional.of(listening);
        door = Optional.of(here);
    }

    private void take(HttpExchange exchange, String secret) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST") || !opens(exchange, secret)) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            try (var body = exchange.getRequestBody()) {
                send(exchange, orders.carryOut(JsonMapper.shared().readValue(firstLine(body), Order.class), body));
            } catch (JacksonException e) {
                exchange.sendResponseHeaders(400, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = JsonMapper.shared().writeValueAsBytes(answer);
        exchange.sendResponseHeaders(answer.refusal() == null ? Platform.DONE : Platform.REFUSED, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static boolean opens(HttpExchange exchange, String secret) {
        var shown = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), ("Bearer " + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] firstLine(InputStream body) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = body.read(); b >= 0 && b != '\n' && line.size() < LONGEST_ORDER; b = body.read()) {
            line.write(b);
        }
        return line.toByteArray();
    }

    private static String newSecret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public synchronized void destroy() throws IOException {
        if (door.isPresent()) {
            door.get().withdraw(data);
        }
        server.ifPresent(listening -> listening.stop(0));
    }
}
