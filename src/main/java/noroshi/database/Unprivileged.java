package noroshi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are run, which refuse to run as root.
 *
 * <p>An ordinary account runs them directly. For root a user namespace takes the privileges away; where the system
 * forbids that, the programs run as {@code nobody}, who then owns the cluster.
 */
enum Unprivileged {
    DIRECTLY(List.of()),
    IN_USER_NAMESPACE(List.of("unshare", "-U")),
    AS_NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix;
    }

    /** Who already owns the cluster decides; a new one is made in the least intrusive way that works. */
    static Unprivileged choose(Path home, Path cluster) throws IOException {
        if (us(home) != ROOT) {
            return DIRECTLY;
        }
        if (Files.exists(cluster)) {
            return uid(cluster) == NOBODY ? AS_NOBODY : IN_USER_NAMESPACE;
        }
        return namespacesWork() ? IN_USER_NAMESPACE : AS_NOBODY;
    }

    /** Lets the account that runs PostgreSQL work in the folder, and walk through ours to it. */
    void open(Path data, Path folder) throws IOException {
        if (this == AS_NOBODY) {
            run(List.of("chmod", "o+x", data.toString()));
            run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
        }
    }

    private static int us(Path home) throws IOException {
        var probe = Files.createTempFile(home, "account", "");
        try {
            return uid(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static int uid(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private static boolean namespacesWork() {
        try {
            return run(List.of("unshare", "-U", "true"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
