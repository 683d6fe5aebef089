package noroshi.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import noroshi.database.DataFolder;
import noroshi.database.Key;
import noroshi.database.Sealed;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Seals passwords, tokens and keys of providers, each for one provider; the key lies outside the database. */
@Component
class Vault implements Sealed {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Vault(Environment environment) throws GeneralSecurityException {
        var secret = DataFolder.of(environment).secret(Key.PROVIDERS.file()).getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(secret), "AES");
    }

    byte[] close(String open, UUID provider) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = apply(Cipher.ENCRYPT_MODE, nonce, open.getBytes(StandardCharsets.UTF_8), provider);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    String open(byte[] sealed, UUID provider) {
        var text = Arrays.copyOfRange(sealed, NONCE, sealed.length);
        return new String(
                apply(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), text, provider), StandardCharsets.UTF_8);
    }

    @Override
    public Key key() {
        return Key.PROVIDERS;
    }

    @Override
    public String sample() {
        return """
                select id, secret from provider.provider where secret is not null
                union all select id, certificate from provider.provider where certificate is not null
                """;
    }

    @Override
    public Trial opens(ResultSet row) throws SQLException {
        try {
            open(row.getBytes("secret"), row.getObject("id", UUID.class));
            return Trial.OPEN;
        } catch (IllegalStateException otherKey) {
            return Trial.SHUT;
        }
    }

    private byte[] apply(int mode, byte[] nonce, byte[] text, UUID provider) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(provider.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("a provider's secret does not open; is this another key?", wrongKey);
        }
    }
}
