package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import noroshi.cli.Command;
import noroshi.shared.Acting;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** A server that wants to see a certificate gets ours, and nobody else's server does. */
@WholeHouse
class ShowingACertificateTests {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Partner partner;
    private final Providers providers;
    private final MockMvcTester mvc;
    private final Command create;

    @TempDir
    Path folder;

    ShowingACertificateTests(@Autowired ApplicationContext context, @Autowired MockMvcTester mvc) {
        this.partner = new Partner(context);
        this.providers = context.getBean(Providers.class);
        this.mvc = mvc;
        this.create = context.getBeansOfType(Command.class).values().stream()
                .filter(each -> each.name().equals("provider create"))
                .findFirst()
                .orElseThrow();
    }

    private KeyStore pair(String name, int days) throws Exception {
        var file = folder.resolve(name + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-validity",
                        Integer.toString(days),
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(made.getInputStream().readAllBytes())).doesNotContain("error");
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    private static String certificate(KeyStore store) throws Exception {
        return pem("CERTIFICATE", store.getCertificate("own").getEncoded());
    }

    private static String own(KeyStore store) throws Exception {
        return certificate(store)
                + pem("PRIVATE KEY", store.getKey("own", PASSWORD).getEncoded());
    }

    private static ServerSocket demanding(KeyStore server, KeyStore client) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(server, PASSWORD);
        var known = KeyStore.getInstance("PKCS12");
        known.load(null, PASSWORD);
        known.setCertificateEntry("client", client.getCertificate("own"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        var socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(true);
        return socket;
    }

    private static NewProvider wanted(String address, UUID collection, NewProvider.Certificates certificates) {
        return new NewProvider(
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
                certificates);
    }

    private UUID create(NewProvider wanted) throws Exception {
        return Acting.as(Cast.ADA, () -> providers.create(wanted, Cast.ADA));
    }

    @Test
    void theRightCertificateOpensTheDoorAndAnyOtherDoesNot() throws Exception {
        var server = pair("server", 30);
        var client = pair("client", 90);
        var object = id();
        try (var bad = new BadServer(json("", "{" + objects(indicator(object)) + "}"), demanding(server, client))) {
            var address = bad.address().replace("http:", "https:");
            var collection = partner.collection();
            var without =
                    create(wanted(address, collection, new NewProvider.Certificates("", certificate(server), false)));
            partner.ask(without);
            assertThat(partner.rounds(without).getFirst().fault()).startsWith("provider.fault.");
            var stranger = create(wanted(
                    address,
                    collection,
                    new NewProvider.Certificates(own(pair("other", 90)), certificate(server), false)));
            partner.ask(stranger);
            assertThat(partner.rounds(stranger).getFirst().fault()).startsWith("provider.fault.");
            var untrusting = create(wanted(address, collection, new NewProvider.Certificates(own(client), "", false)));
            partner.ask(untrusting);
            assertThat(partner.rounds(untrusting).getFirst().fault()).isEqualTo("provider.fault.certificate");
            assertThat(partner.held(collection)).isEmpty();
            var right = create(
                    wanted(address, collection, new NewProvider.Certificates(own(client), certificate(server), false)));
            partner.ask(right);
            assertThat(partner.rounds(right).getFirst().fault()).isEmpty();
            assertThat(partner.held(collection)).containsExactly(object);
            var elsewhere =
                    wanted(address + "x/", collection, new NewProvider.Certificates("", certificate(server), false));
            Acting.as(
                    Cast.ADA,
                    () -> assertThatThrownBy(() -> providers.change(right, elsewhere, Seen.UNSAID, Cast.ADA))
                            .as("another server wants the certificate again")
                            .isInstanceOf(RuleBroken.class));
            var kept = wanted(address, collection, new NewProvider.Certificates("", certificate(server), false));
            Acting.as(Cast.ADA, () -> providers.change(right, kept, Seen.UNSAID, Cast.ADA));
            partner.ask(right);
            assertThat(partner.rounds(right).getFirst().fault()).isEmpty();
            assertThat(partner.sealedCertificate(right))
                    .doesNotContain("PRIVATE KEY")
                    .isNotBlank();
        }
    }

    @Test
    void theCommandLineShowsOneToo() throws Exception {
        var client = pair("noroshi", 90);
        var arguments = JsonMapper.shared()
                .createObjectNode()
                .put("name", "By hand")
                .put("address", "https://provider.example/taxii2/api/collections/c/")
                .put("signIn", "NONE")
                .put("minutes", 15)
                .put("pageSize", 10)
                .put("into", partner.collection().toString())
                .put("certificate", own(client));
        var shown = create.handle(arguments, InputStream.nullInputStream());
        assertThat(shown.path("certificateUntil").asString()).isNotEmpty();
        assertThat(shown.toString()).doesNotContain("PRIVATE KEY");
        arguments.put("certificate", certificate(client));
        assertThatThrownBy(() -> create.handle(arguments, InputStream.nullInputStream()))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void whenItRunsOutIsShownInTime() throws Exception {
        var collection = partner.collection();
        var soon = create(wanted(
                "https://127.0.0.1:9/", collection, new NewProvider.Certificates(own(pair("soon", 20)), "", false)));
        var late = create(wanted(
                "https://127.0.0.1:9/", collection, new NewProvider.Certificates(own(pair("late", 90)), "", false)));
        assertThat(mvc.get().uri("/intel/providers/" + soon).with(as(Cast.ED)))
                .bodyText()
                .contains("証明書の期限が近いか、切れています");
        assertThat(mvc.get().uri("/intel/providers/" + late).with(as(Cast.ED)))
                .bodyText()
                .contains("クライアント証明書の期限")
                .doesNotContain("証明書の期限が近いか、切れています");
        assertThat(mvc.get().uri("/intel/providers").with(as(Cast.ED)))
                .bodyText()
                .contains("証明書の期限が近いか、切れています");
        assertThat(mvc.get().uri("/intel/providers/" + soon + "/edit").with(as(Cast.ADA)))
                .bodyText()
                .contains("name=\"withoutCertificate\"")
                .doesNotContain("PRIVATE KEY-----");
        assertThat(mvc.get().uri("/intel/providers/new").with(as(Cast.ADA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("name=\"withoutCertificate\"");
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedInWords() throws Exception {
        var one = pair("one", 30);
        var other = pair("two", 30);
        var key = pem("PRIVATE KEY", other.getKey("own", PASSWORD).getEncoded());
        assertRefused("provider.rule.certificate-pair", certificate(one) + key);
        assertRefused("provider.rule.certificate-halves", certificate(one));
        assertRefused("provider.rule.certificate-halves", key);
        assertRefused("provider.rule.certificate", "no certificate at all");
        assertRefused("provider.rule.certificate", pem("CERTIFICATE", new byte[] {1, 2, 3}) + key);
        assertRefused("provider.rule.key-form", certificate(one) + pem("EC PRIVATE KEY", new byte[] {1}));
        assertRefused("provider.rule.key-form", certificate(one) + pem("PRIVATE KEY", new byte[] {1}));
        assertRefused(
                "provider.rule.key-form",
                certificate(one) + "-----BEGIN PRIVATE KEY-----\nAAAAA\n-----END PRIVATE KEY-----");
        assertRefused(
                "provider.rule.certificate", "-----BEGIN CERTIFICATE-----\nAAAAA\n-----END CERTIFICATE-----" + key);
        assertThatThrownBy(() -> new NewProvider.Certificates("", own(one), false))
                .as("authorities are kept in the clear")
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("provider.rule.key-misplaced"));
    }

    @Test
    void theKeyComesBackOnNoPage() throws Exception {
        var own = own(pair("shy", 30));
        assertThat(new NewProvider.Certificates(own, "", false).toString()).doesNotContain("KEY");
        for (var person : List.of(Cast.ADA, Cast.ED, Cast.OTTO)) {
            assertThat(mvc.post()
                            .uri("/intel/providers")
                            .header("Sec-Fetch-Site", "same-origin")
                            .param("name", "kept words")
                            .param("address", "nowhere")
                            .param("certificateSecret", own)
                            .with(as(person)))
                    .hasStatus(person.equals(Cast.ADA) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.FORBIDDEN)
                    .bodyText()
                    .contains("kept words")
                    .doesNotContain("BEGIN");
        }
    }

    private static void assertRefused(String rule, String own) {
        assertThatThrownBy(() -> ClientCertificate.read(own, ""))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(rule));
    }
}
