package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import noroshi.shared.Acting;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A server whose certificate has run out, or is somebody else's, is not asked for anything. */
@WholeHouse
class BelievingCertificatesTests {
    private static final String PASSWORD = "changeit";

    private final Partner partner;
    private final Providers providers;

    @TempDir
    Path folder;

    BelievingCertificatesTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
        providers = context.getBean(Providers.class);
    }

    @Test
    void whatHasRunOutOrNamesAnotherServerIsNotBelieved() throws Exception {
        pair("authority", "-ext", "bc:c");
        assertThat(taken(server("-validity", "30", "-ext", "san=ip:127.0.0.1"))).isEqualTo("");
        assertThat(taken(server("-startdate", "-10d", "-validity", "5", "-ext", "san=ip:127.0.0.1")))
                .isEqualTo("provider.fault.certificate");
        assertThat(taken(server("-startdate", "+5d", "-validity", "30", "-ext", "san=ip:127.0.0.1")))
                .isEqualTo("provider.fault.certificate");
        assertThat(taken(server("-validity", "30", "-ext", "san=ip:127.0.0.2")))
                .isEqualTo("provider.fault.certificate");
    }

    /** What came of a round with this server, of which the authority alone is known. */
    private String taken(ServerSocket socket) throws Exception {
        var object = id();
        var collection = partner.collection();
        try (var server = new BadServer(json("", "{" + objects(indicator(object)) + "}"), socket)) {
            var provider = provider(server.address().replace("http:", "https:"), collection);
            partner.ask(provider);
            var fault = partner.rounds(provider).getFirst().fault();
            assertThat(partner.held(collection)).isEqualTo(fault.isEmpty() ? List.of(object) : List.of());
            assertThat(server.asked().stream().anyMatch(line -> line.startsWith("GET")))
                    .as("nothing is said to whom is not believed")
                    .isEqualTo(fault.isEmpty());
            return fault;
        }
    }

    private UUID provider(String address, UUID collection) throws Exception {
        var known = new NewProvider.Certificates("", Files.readString(folder.resolve("authority.pem")), false);
        var wanted = new NewProvider(
                "P",
                "",
                "",
                List.of(),
                address,
                SignIn.NONE,
                "",
                "",
                15,
                10,
                Optional.of(collection),
                Optional.empty(),
                known);
        return Acting.as(Cast.ADA, () -> providers.create(wanted, Cast.ADA));
    }

    private ServerSocket server(String... properties) throws Exception {
        pair("server");
        var keys = store("server");
        keytool("server", "-certreq", "-file", file("server.csr"));
        var signing = new ArrayList<>(
                List.of("-gencert", "-rfc", "-infile", file("server.csr"), "-outfile", file("signed.pem")));
        signing.addAll(List.of(properties));
        keytool("authority", signing.toArray(String[]::new));
        var chain = new Certificate[] {certificate("signed.pem"), certificate("authority.pem")};
        keys.setKeyEntry("own", keys.getKey("own", PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private void pair(String name, String... properties) throws Exception {
        Files.deleteIfExists(folder.resolve(name + ".p12"));
        var making = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name));
        making.addAll(List.of(properties));
        keytool(name, making.toArray(String[]::new));
        keytool(name, "-exportcert", "-rfc", "-file", file(name + ".pem"));
    }

    private void keytool(String name, String... orders) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(orders));
        command.addAll(List.of(
                "-alias", "own", "-storetype", "PKCS12", "-keystore", file(name + ".p12"), "-storepass", PASSWORD));
        var running = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes());
        assertThat(running.waitFor()).as(said).isZero();
    }

    private KeyStore store(String name) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
