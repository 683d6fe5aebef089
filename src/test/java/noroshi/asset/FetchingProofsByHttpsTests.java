package noroshi.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file behind HTTPS counts only from whoever can show the name's own certificate. */
class FetchingProofsByHttpsTests {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String NAME = "shop.example";
    private static final String TEXT = "noroshi-proof=abc";

    @TempDir
    static Path folder;

    private static SSLContext before;
    private static KeyStore own;
    private static KeyStore unknown;

    /** What this machine trusts is one certificate, as long as this class runs. */
    @BeforeAll
    static void trust() throws Exception {
        own = pair("own", NAME);
        unknown = pair("unknown", NAME);
        var known = KeyStore.getInstance("PKCS12");
        known.load(null, PASSWORD);
        known.setCertificateEntry("own", own.getCertificate("own"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        before = SSLContext.getDefault();
        SSLContext.setDefault(context);
    }

    @AfterAll
    static void restore() {
        SSLContext.setDefault(before);
    }

    private static KeyStore pair(String file, String name) throws Exception {
        var path = folder.resolve(file + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + file,
                        "-validity",
                        "30",
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        path.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("error");
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(path)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static HttpServer serving(KeyStore certificate) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return started(server);
    }

    private static HttpServer started(HttpServer server) {
        server.createContext("/", FetchingProofsByHttpsTests::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var bytes = (TEXT + " " + exchange.getRequestHeaders().getFirst("Host")).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static WellKnown.Answer fetch(int port, String host) throws IOException {
        var settings = new AssetSettings(
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                new AssetSettings.Proof(true, "", "", Duration.ofSeconds(2), Duration.ofDays(1)));
        var client = new WellKnown(settings) {
            @Override
            int port(boolean secure) {
                return port;
            }
        };
        return client.fetch(URI.create("https://" + host + Challenge.PATH), InetAddress.getLoopbackAddress());
    }

    @Test
    void whoShowsTheNamesCertificateIsRead() throws Exception {
        var server = serving(own);
        try {
            var answer = fetch(server.getAddress().getPort(), NAME);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(TEXT + " " + NAME);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateOfAnotherNameProvesNothing() throws Exception {
        var server = serving(own);
        try {
            assertThatThrownBy(() -> fetch(server.getAddress().getPort(), "other.example"))
                    .isInstanceOf(SSLException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void norDoesOneThatNobodyVouchesFor() throws Exception {
        var server = serving(unknown);
        try {
            assertThatThrownBy(() -> fetch(server.getAddress().getPort(), NAME)).isInstanceOf(SSLException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void norDoesAServerWithoutAny() throws Exception {
        var server = started(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10));
        try {
            assertThatThrownBy(() -> fetch(server.getAddress().getPort(), NAME)).isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoNeverAnswersIsLeftAfterAWhile() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var start = System.nanoTime();
            assertThatThrownBy(() -> fetch(silent.getLocalPort(), NAME)).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }
}
