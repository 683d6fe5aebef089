package noroshi.membership.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import noroshi.database.DataFolder;
import noroshi.database.Key;
import noroshi.database.Sealed;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Encrypts what we must be able to read again, for one person each; the key lies outside the database. */
@Component
class Seal implements Sealed {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Seal(Environment environment) throws GeneralSecurityException {
        var secret = DataFolder.of(environment).secret(Key.SIGN_IN.file()).getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(secret), "AES");
    }

    byte[] close(byte[] open, UUID person) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = apply(Cipher.ENCRYPT_MODE, nonce, open, person);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty when it was sealed with another key, or for somebody else. */
    Optional<byte[]> open(byte[] sealed, UUID person) {
        try {
            return Optional.of(apply(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOf(sealed, NONCE),
                    Arrays.copyOfRange(sealed, NONCE, sealed.length),
                    person));
        } catch (GeneralSecurityException otherKey) {
            return Optional.empty();
        }
    }

    private byte[] apply(int mode, byte[] nonce, byte[] text, UUID person) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(person.toString().getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(text);
    }

    @Override
    public Key key() {
        return Key.SIGN_IN;
    }

    @Override
    public String sample() {
        return "select person, secret from membership.totp";
    }

    @Override
    public Trial opens(ResultSet row) throws SQLException {
        return open(row.getBytes("secret"), row.getObject("person", UUID.class)).isPresent() ? Trial.OPEN : Trial.SHUT;
    }
}
