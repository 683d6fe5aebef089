package noroshi.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import noroshi.shared.RuleBroken;

/**
 * What we show a provider's server to prove who we are, as PEM: our certificate with its chain, and its private key; and,
 * where the server's own certificate is of no public authority, the certificate of that authority.
 *
 * @param until the moment at which the first certificate of ours runs out
 */
record ClientCertificate(
        List<X509Certificate> chain,
        Optional<PrivateKey> key,
        List<X509Certificate> authorities,
        Optional<Instant> until) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----([A-Za-z0-9+/=\\s]{1,20000})-----END \\1-----");
    private static final char[] NO_PASSWORD = new char[0];

    ClientCertificate {
        chain = List.copyOf(chain);
        authorities = List.copyOf(authorities);
    }

    /** Refuses in words what does not fit together. */
    static ClientCertificate read(String own, String authorities) {
        var chain = certificates(own);
        var key = key(own);
        if (chain.isEmpty() != key.isEmpty()) {
            throw new RuleBroken("provider.rule.certificate-halves");
        }
        if (!own.isBlank() && chain.isEmpty()
                || !authorities.isBlank() && certificates(authorities).isEmpty()) {
            throw new RuleBroken("provider.rule.certificate");
        }
        key.ifPresent(secret -> requirePair(chain.getFirst(), secret));
        var until = chain.stream().map(each -> each.getNotAfter().toInstant()).min(Instant::compareTo);
        return new ClientCertificate(chain, key, certificates(authorities), until);
    }

    private static List<X509Certificate> certificates(String pem) {
        var found = new ArrayList<X509Certificate>();
        var blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            if (blocks.group(1).equals("CERTIFICATE")) {
                found.add(certificate(blocks.group()));
            }
        }
        return found;
    }

    private static X509Certificate certificate(String pem) {
        try {
            var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new RuleBroken("provider.rule.certificate");
        }
    }

    private static Optional<PrivateKey> key(String pem) {
        var blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            if (blocks.group(1).equals("PRIVATE KEY")) {
                return Optional.of(key(bytes(blocks.group(2))));
            }
            if (blocks.group(1).endsWith("PRIVATE KEY")) {
                throw new RuleBroken("provider.rule.key-form");
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException cut) {
            throw new RuleBroken("provider.rule.key-form");
        }
    }

    private static PrivateKey key(byte[] bytes) {
        for (var algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException another) {
                continue; // the bytes say which it is only to those who can read them
            }
        }
        throw new RuleBroken("provider.rule.key-form");
    }

    /** A signature by the one must hold for the other. */
    private static void requirePair(X509Certificate certificate, PrivateKey key) {
        try {
            var way = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> "Ed25519";
            };
            var signing = Signature.getInstance(way);
            signing.initSign(key);
            signing.update((byte) 1);
            var signed = signing.sign();
            signing.initVerify(certificate.getPublicKey());
            signing.update((byte) 1);
            if (!signing.verify(signed)) {
                throw new RuleBroken("provider.rule.certificate-pair");
            }
        } catch (GeneralSecurityException different) {
            throw new RuleBroken("provider.rule.certificate-pair");
        }
    }

    /** For connections to this provider alone. */
    SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    key.isEmpty() ? null : keys().getKeyManagers(),
                    authorities.isEmpty() ? null : trust().getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new Fault("certificate", String.valueOf(broken.getMessage()));
        }
    }

    private KeyManagerFactory keys() throws GeneralSecurityException, IOException {
        var store = empty();
        store.setKeyEntry("own", key.orElseThrow(), NO_PASSWORD, chain.toArray(Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        return keys;
    }

    private TrustManagerFactory trust() throws GeneralSecurityException, IOException {
        var store = empty();
        for (var authority : authorities) {
            store.setCertificateEntry("authority " + store.size(), authority);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
