package noroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.core.env.Environment;

/** The folder that holds everything an installation must not lose: database, files, secrets, log. */
public record DataFolder(Path root) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder named by {@code NOROSHI_DATA}. */
    public static DataFolder of(Environment environment) {
        return new DataFolder(Path.of(environment.getProperty("noroshi.data", "./data")));
    }

    /**
     * Makes it where it is missing; where that cannot be, the start is refused in words.
     *
     * @param forDatabase the database is to live in it, so that it must be written itself; without, its folders may be
     *     mounted one by one
     */
    void open(boolean forDatabase) {
        try {
            if (!Files.isDirectory(root)) {
                makePrivate(root);
            }
            if (forDatabase && !Files.isWritable(root)) {
                throw new AccessDeniedException(root.toString());
            }
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    /** What of the system's own words says little to whoever reads them: often they are the path alone. */
    static CannotStart unusable(Path folder, IOException fault) {
        var why = switch (fault) {
            case FileAlreadyExistsException taken -> taken.getFile() + " is a file, not a folder";
            case AccessDeniedException denied -> "this account may not write " + denied.getFile();
            default -> fault.getMessage();
        };
        return new CannotStart(
                "the data folder " + folder + " cannot be used: " + why + ". NOROSHI_DATA names it.", fault);
    }

    /** Uploaded files, encrypted. */
    public Path files() {
        return root.resolve("files");
    }

    /** Files that are still being taken in, encrypted; gone at the end, and in no backup. */
    public Path incoming() {
        return root.resolve("incoming");
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    /** A file only the operator's account can read. */
    public Path secretFile(String name) {
        return root.resolve("secrets").resolve(name);
    }

    /** Reads a secret, making it up the first time. */
    public String secret(String name) {
        var file = secretFile(name);
        try {
            if (!Files.exists(file)) {
                makePrivate(root.resolve("secrets"));
                var bytes = new byte[24];
                RANDOM.nextBytes(bytes);
                writePrivate(file, HexFormat.of().formatHex(bytes) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a secret of our own making. */
    public void writeSecret(String name, String text) {
        try {
            makePrivate(root.resolve("secrets"));
            writePrivate(secretFile(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writePrivate(Path file, String text) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
