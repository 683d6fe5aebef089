package noroshi.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import noroshi.database.DataFolder;

/**
 * Where the running platform listens for orders, and the word that opens: a file only its account can read.
 *
 * <p>Both are new with every start, and the file goes when the platform stops.
 */
record Door(URI address, String secret) {
    static final String PATH = "/internal/cli";
    private static final String NAME = "command-line";

    static Optional<Door> find(DataFolder data) throws IOException {
        var file = data.secretFile(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.size() < 2 ? Optional.empty() : Optional.of(new Door(URI.create(lines.get(0)), lines.get(1)));
    }

    void announce(DataFolder data) {
        data.writeSecret(NAME, address + "\n" + secret + "\n");
    }

    void withdraw(DataFolder data) throws IOException {
        if (find(data).filter(this::equals).isPresent()) {
            Files.deleteIfExists(data.secretFile(NAME));
        }
    }
}
