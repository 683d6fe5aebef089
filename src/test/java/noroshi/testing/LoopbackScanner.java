package noroshi.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Speaks clamd's protocol on the loopback. What it says depends on the words in the file: {@link #MALWARE} is found,
 * {@link #FAILS} is an error, {@link #HANGS} is never answered, all else is clean.
 */
public final class LoopbackScanner implements EnvironmentPostProcessor {
    /** Harmless; it only stands for the sample that scanners agree to call one. */
    public static final String MALWARE = "LOOPBACK-STANDARD-MALWARE-TEST-FILE";

    public static final String FAILS = "loopback-scanner-fails";
    public static final String HANGS = "loopback-scanner-hangs";
    public static final String SIGNATURE = "Loopback-Test-Signature";

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int REMEMBERED = 100;
    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();
    private static final ServerSocket SERVER = open();

    private static ServerSocket open() {
        try {
            var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().name("loopback-scanner").start(() -> serve(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public static String address() {
        return "127.0.0.1:" + SERVER.getLocalPort();
    }

    /** Whether it was ever asked about a file that begins with these words. */
    public static boolean asked(String words) {
        return ASKED.stream().anyMatch(begins -> begins.startsWith(words));
    }

    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            if (!command.equals("zINSTREAM\0")) {
                socket.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            var words = new StringBuilder();
            for (int length = in.readInt(); length != 0 && words.length() < LARGEST; length = in.readInt()) {
                words.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            }
            ASKED.add(words.substring(0, Math.min(words.length(), REMEMBERED)));
            if (words.indexOf(HANGS) >= 0) {
                Thread.sleep(60_000);
            }
            socket.getOutputStream().write(said(words).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String said(StringBuilder words) {
        if (words.indexOf(MALWARE) >= 0) {
            return "stream: " + SIGNATURE + " FOUND\0";
        }
        return words.indexOf(FAILS) >= 0 ? "INSTREAM size limit exceeded. ERROR\0" : "stream: OK\0";
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("loopback scanner", Map.of("noroshi.scanner.address", address())));
    }
}
