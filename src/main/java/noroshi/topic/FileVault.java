package noroshi.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import noroshi.database.DataFolder;
import noroshi.database.Key;
import noroshi.database.Sealed;
import org.springframework.stereotype.Component;

/** Keeps bytes encrypted on disk (AES-256-GCM, a nonce for each file); names are random and say nothing. */
@Component
class FileVault implements Sealed {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path folder;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    FileVault(DataFolder data) throws IOException {
        folder = Files.createDirectories(data.files());
        key = new SecretKeySpec(sha256(data.secret(Key.FILES.file())), "AES");
    }

    /** The secret is long and random text; its hash has the length that the cipher wants. */
    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores the bytes durably before it returns: the row that names them is written afterwards. */
    StoredFile store(byte[] bytes) {
        var stored = new StoredFile(UUID.randomUUID(), new byte[NONCE_BYTES]);
        random.nextBytes(stored.nonce());
        try (var channel = FileChannel.open(path(stored), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var sealed = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, stored, bytes));
            while (sealed.hasRemaining()) {
                channel.write(sealed);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keepNames();
        return stored;
    }

    /** The file's name is part of the folder, which is written of its own accord; after a power loss it must be there. */
    private void keepNames() {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a file; one that is gone already is no fault. */
    void forget(UUID storage) {
        try {
            Files.deleteIfExists(folder.resolve(storage.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] open(StoredFile stored) {
        try {
            return crypt(Cipher.DECRYPT_MODE, stored, Files.readAllBytes(path(stored)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Key key() {
        return Key.FILES;
    }

    /** The oldest and the newest: between them the key may have become another. */
    @Override
    public String sample() {
        return """
                (select storage, nonce from topic.file where removed_at is null order by at limit 3)
                union (select storage, nonce from topic.file where removed_at is null order by at desc limit 3)
                """;
    }

    @Override
    public Trial opens(ResultSet row) throws SQLException {
        try {
            open(new StoredFile(row.getObject("storage", UUID.class), row.getBytes("nonce")));
            return Trial.OPEN;
        } catch (IllegalStateException otherKey) {
            return Trial.SHUT;
        } catch (UncheckedIOException fault) {
            return fault.getCause() instanceof NoSuchFileException ? Trial.MISSING : Trial.UNREADABLE;
        }
    }

    private Path path(StoredFile stored) {
        return folder.resolve(stored.storage().toString());
    }

    private byte[] crypt(int mode, StoredFile stored, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, stored.nonce()));
            var name = stored.storage();
            cipher.updateAAD(ByteBuffer.allocate(16)
                    .putLong(name.getMostSignificantBits())
                    .putLong(name.getLeastSignificantBits())
                    .flip());
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored file cannot be opened", e);
        }
    }
}
