package noroshi.database;

import java.util.Arrays;
import java.util.Optional;

/** The secrets without which a part of a backup stays shut; each is a file in the folder of secrets. */
public enum Key {
    /** Opens the stored files. */
    FILES("file-key", "files/", "no stored file opens"),
    /** Opens what authenticator apps share with the platform. */
    SIGN_IN("sign-in-key", Manifest.Table.entry("membership", "totp"), "nobody signs in with password and code"),
    /** Opens passwords, tokens and certificates for providers. */
    PROVIDERS(
            "provider-key",
            Manifest.Table.entry("provider", "provider"),
            "no provider is reached until its secrets are typed again");

    private final String file;
    private final String part;
    private final String loss;

    Key(String file, String part, String loss) {
        this.file = file;
        this.part = part;
        this.loss = loss;
    }

    /** Its name in the folder of secrets and in a key file. */
    public String file() {
        return file;
    }

    /** What does not work without it, as the end of a sentence. */
    public String loss() {
        return "without " + file + " " + loss;
    }

    static Optional<Key> named(String file) {
        return Arrays.stream(values()).filter(key -> key.file.equals(file)).findFirst();
    }

    /** Whether the backup holds something that it opens; what one of an earlier release does not say, its rows have to. */
    boolean needed(Manifest manifest) {
        if (part.endsWith("/")) {
            return manifest.entries().stream().anyMatch(entry -> entry.name().startsWith(part));
        }
        var rows = manifest.tables().stream()
                .filter(table -> table.entry().equals(part))
                .mapToLong(Manifest.Table::rows)
                .sum();
        return manifest.sealed().getOrDefault(file, rows) > 0;
    }
}
