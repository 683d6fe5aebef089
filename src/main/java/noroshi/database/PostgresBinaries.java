package noroshi.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs that travel inside the jar, once per installation and version. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpack(Path home) throws IOException {
        try (var archive = open()) {
            var target = home.resolve(
                    "programs-" + Integer.toHexString(archive.name().hashCode()) + "-" + archive.size());
            if (!Files.isDirectory(target)) {
                System.out.println("Unpacking PostgreSQL (once) …");
                var unfinished = target.resolveSibling(target.getFileName() + ".new");
                FileSystemUtils.deleteRecursively(unfinished);
                unpack(archive.stream(), unfinished);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        }
    }

    private record Archive(String name, long size, InputStream stream) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    private static Archive open() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "postgres-" + system + "-" + machine + ".txz";
        var url = PostgresBinaries.class.getResource("/" + name);
        if (url == null) {
            throw new CannotStart("this build carries no PostgreSQL for " + system + " " + machine
                    + "; build it on this machine, or set NOROSHI_DB_URL to use an external PostgreSQL.");
        }
        var connection = url.openConnection();
        return new Archive(name, connection.getContentLengthLong(), connection.getInputStream());
    }

    static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                place(tar, entry, file);
            }
        }
    }

    private static void place(InputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
