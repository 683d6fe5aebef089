package noroshi.database;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the parts of a backup one after the other and remembers the hash of each. */
final class Archive implements AutoCloseable {
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    Archive(OutputStream file) {
        this.zip = new ZipOutputStream(file);
    }

    /** Fills one part. */
    interface Content {
        void writeTo(OutputStream part) throws IOException, SQLException;
    }

    void add(String name, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        var part = new Part(zip);
        content.writeTo(part);
        part.flush();
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, part.bytes, hex(part.digest.getMessageDigest())));
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Counts and hashes; closing it does not close the archive. */
    private static final class Part extends FilterOutputStream {
        private final DigestOutputStream digest;
        private long bytes;

        Part(OutputStream archive) {
            this(new DigestOutputStream(archive, sha256()));
        }

        private Part(DigestOutputStream digest) {
            super(digest);
            this.digest = digest;
        }

        @Override
        public void write(int b) throws IOException {
            digest.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
            digest.write(b, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
