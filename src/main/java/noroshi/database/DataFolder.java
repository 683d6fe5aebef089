package noroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
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

    /** Reads a secret, making it up the first time; one that is there and is none is refused as {@link CannotStart}. */
    public String secret(String name) {
        if (!Files.exists(secretFile(name))) {
            var bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            writeSecret(name, HexFormat.of().formatHex(bytes) + "\n");
        }
        return readSecret(name);
    }

    /** Refuses a start with a key that is none, before anything is touched; those that are missing are made up later. */
    void checkKeys() {
        for (var key : Key.values()) {
            if (Files.exists(secretFile(key.file()))) {
                readSecret(key.file());
            }
        }
    }

    /** Whether a secret is there and is none; {@link CannotStart} when nobody can tell. */
    boolean damaged(String name) {
        return Files.exists(secretFile(name)) && !read(secretFile(name)).fault().isEmpty();
    }

    private String readSecret(String name) {
        var file = secretFile(name);
        var read = read(file);
        if (!read.fault().isEmpty()) {
            throw new CannotStart(file + " " + read.fault()
                    + " and holds no secret; put back what it held, or remove it if nothing depends on it yet.");
        }
        return read.secret();
    }

    /** A secret, or why there is none. */
    private record Read(String secret, String fault) {}

    /** What a disk loses reads as nothing or as zeros: sealed with that, nothing would open with the key that comes back. */
    private static Read read(Path file) {
        try {
            var secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                return new Read("", "is empty");
            }
            var damaged = secret.chars()
                    .anyMatch(letter -> Character.isISOControl(letter) && !Character.isWhitespace(letter));
            return new Read(secret, damaged ? "is damaged" : "");
        } catch (CharacterCodingException damaged) {
            return new Read("", "is damaged");
        } catch (IOException e) {
            throw new CannotStart("the secret " + file + " cannot be read: this account has to read it as a file.", e);
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
        // on the disk before anything is sealed with it
        Files.writeString(unfinished, text, StandardOpenOption.DSYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (var folder =
                FileChannel.open(Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ)) {
            folder.force(true); // its name, too
        }
    }

    static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
