package noroshi.intel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of a test's own, kept in a folder. */
record Certificates(Path folder) {
    private static final char[] SECRET = "changeit".toCharArray();

    /** Shows the pair as its own, and trusts it. */
    static SSLContext context(KeyStore keys) throws Exception {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, SECRET);
        var known = KeyStore.getInstance("PKCS12");
        known.load(null, SECRET);
        known.setCertificateEntry("own", keys.getCertificate("own"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    KeyStore pair(String name) throws Exception {
        var path = folder.resolve(name + ".p12");
        if (Files.notExists(path)) {
            var keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var made = new ProcessBuilder(Stream.concat(
                                    Stream.of(keytool),
                                    Arrays.stream(("-genkeypair -alias own -keyalg EC -validity 2 -storetype PKCS12"
                                                    + " -storepass changeit -dname CN=" + name + " -ext SAN=dns:" + name
                                                    + " -keystore " + path)
                                            .split(" ")))
                            .toList())
                    .inheritIO()
                    .start();
            assertThat(made.waitFor()).isZero();
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            keys.load(in, SECRET);
        }
        return keys;
    }
}
