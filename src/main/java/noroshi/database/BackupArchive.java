package noroshi.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup on disk, opened only after every part of it proved to be what the manifest says. */
final class BackupArchive implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupArchive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupArchive verified(Path file) throws IOException {
        try {
            var zip = new ZipFile(file.toFile());
            var archive = new BackupArchive(zip, read(zip));
            archive.verify();
            return archive;
        } catch (ZipException e) {
            throw new BackupBroken("this is not a complete backup: " + e.getMessage());
        }
    }

    private static Manifest read(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupBroken("this is not a backup: it has no manifest");
        }
        try (var content = zip.getInputStream(entry)) {
            var manifest = JsonMapper.shared().readValue(content, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupBroken(
                        "the backup has format " + manifest.format() + ", this release reads " + Manifest.FORMAT);
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BackupBroken("the manifest of the backup cannot be read");
        }
    }

    private void verify() throws IOException {
        var promised = new HashSet<String>();
        for (var entry : manifest.entries()) {
            promised.add(entry.name());
            if (zip.getEntry(entry.name()) == null || !hash(entry.name()).equals(entry.sha256())) {
                throw new BackupBroken("the backup is damaged: " + entry.name());
            }
        }
        for (var entry : zip.stream().toList()) {
            if (!promised.contains(entry.getName()) && !entry.getName().equals(Manifest.NAME)) {
                throw new BackupBroken("the backup holds something its manifest does not name: " + entry.getName());
            }
        }
    }

    private String hash(String name) throws IOException {
        var digest = Archive.sha256();
        try (var content = new DigestInputStream(open(name), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return Archive.hex(digest);
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream open(String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name));
    }

    /** Unpacks all parts below a folder name; a name that would leave the target is refused. */
    void unpack(String below, Path target) throws IOException {
        Files.createDirectories(target);
        for (var entry : manifest.entries()) {
            if (entry.name().startsWith(below)) {
                var file =
                        target.resolve(entry.name().substring(below.length())).normalize();
                if (!file.startsWith(target)) {
                    throw new BackupBroken("the backup names a file outside its folder: " + entry.name());
                }
                Files.createDirectories(file.resolveSibling("."));
                try (var content = open(entry.name())) {
                    Files.copy(content, file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
