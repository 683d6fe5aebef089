package noroshi.intel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import noroshi.database.DataFolder;
import noroshi.database.Key;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;

/** Keeps files that are being taken in, until they are: encrypted piece by piece (AES-256-GCM, a key for each file). */
@Component
class ImportFiles {
    private static final int PIECE = 64 * 1024;
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final Path folder;

    private final DataFolder data;

    ImportFiles(DataFolder data) {
        this.data = data;
        this.folder = data.incoming();
    }

    /** What was kept. */
    record Stored(long size, String sha256) {}

    /** Keeps a file durably before it returns; one that is too large is refused, and nothing of it stays. */
    Stored keep(UUID id, InputStream file, long largest) throws IOException {
        Files.createDirectories(folder);
        var kept = false;
        try (var disk = new FileOutputStream(path(id).toFile());
                var out = new DataOutputStream(new BufferedOutputStream(disk, PIECE))) {
            var digest = sha256();
            var cipher = new Pieces(id, Cipher.ENCRYPT_MODE);
            var size = 0L;
            for (var piece = file.readNBytes(PIECE); ; piece = file.readNBytes(PIECE)) {
                size += piece.length;
                if (size > largest) {
                    throw new RuleBroken("intel.file.too-large", largest / (1024 * 1024));
                }
                digest.update(piece);
                var sealed = cipher.next(piece, piece.length < PIECE);
                out.writeInt(sealed.length);
                out.write(sealed);
                if (piece.length < PIECE) {
                    break;
                }
            }
            out.flush();
            disk.getFD().sync();
            kept = true;
            return new Stored(size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!kept) {
                forget(id);
            }
        }
    }

    boolean has(UUID id) {
        return Files.exists(path(id));
    }

    InputStream open(UUID id) throws IOException {
        return new Opened(id, new DataInputStream(new BufferedInputStream(Files.newInputStream(path(id)), PIECE)));
    }

    void forget(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws away what nobody waits for any more, of what lay there before that moment. */
    void forgetOthers(Collection<UUID> wanted, Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var names = wanted.stream().map(UUID::toString).collect(Collectors.toSet());
        try (var all = Files.list(folder)) {
            for (var file : all.toList()) {
                if (!names.contains(file.getFileName().toString())
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The pieces of one file in their order; the last one says so, so that none can be missing. */
    private final class Pieces {
        private final SecretKey key;

        private final int mode;

        private long number;

        Pieces(UUID id, int mode) {
            var digest = sha256();
            digest.update(HexFormat.of().parseHex(data.secret(Key.FILES.file())));
            digest.update(("import " + id).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            this.key = new SecretKeySpec(digest.digest(), "AES");
            this.mode = mode;
        }

        byte[] next(byte[] piece, boolean last) {
            try {
                var cipher = Cipher.getInstance("AES/GCM/NoPadding");
                var nonce =
                        ByteBuffer.allocate(NONCE_BYTES).putInt(last ? 1 : 0).putLong(number++);
                cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce.array()));
                return cipher.doFinal(piece);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a file that is taken in cannot be opened", e);
            }
        }
    }

    private final class Opened extends InputStream {
        private final DataInputStream file;

        private final Pieces pieces;

        private byte[] piece = {};

        private int at;

        private boolean last;

        Opened(UUID id, DataInputStream file) {
            this.file = file;
            this.pieces = new Pieces(id, Cipher.DECRYPT_MODE);
        }

        @Override
        public int read() throws IOException {
            return more() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            var count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean more() throws IOException {
            while (at == piece.length && !last) {
                var length = file.readInt();
                if (length < 0 || length > PIECE + TAG_BITS / Byte.SIZE) {
                    throw new EOFException("a file that is taken in is damaged");
                }
                var sealed = file.readNBytes(length);
                last = length < PIECE + TAG_BITS / Byte.SIZE;
                piece = pieces.next(Arrays.copyOf(sealed, length), last);
                at = 0;
            }
            return at < piece.length;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
