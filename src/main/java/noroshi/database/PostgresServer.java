package noroshi.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.util.FileSystemUtils;

/** The built-in PostgreSQL: made on the first start, found again after a crash, loopback only. */
final class PostgresServer {
    static final String SUPERUSER = "postgres";

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;
    private static final int HIGHEST_PORT = 65_535;
    private static final String KEPT_BY_A_CONNECTION = String.valueOf(8 * 1024 * 1024);
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 60
            shared_buffers = 256MB
            random_page_cost = 1.1
            jit = off
            wal_compression = on
            min_wal_size = 512MB
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = on
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_error_verbosity = terse
            log_min_error_statement = panic
            """;

    private final Path data;
    private final Path home;
    private final Path cluster;
    private final String password;
    private final String moreSettings;

    PostgresServer(DataFolder data, String moreSettings) {
        this.data = data.root();
        this.home = data.postgresql();
        this.cluster = home.resolve("cluster");
        this.password = data.secret("database-superuser");
        this.moreSettings = moreSettings;
    }

    /** Starts the server, or finds the one that still runs; returns its port. */
    synchronized int start() {
        try {
            DataFolder.makePrivate(home);
            var running = running();
            return running.isPresent() ? running.getAsInt() : startStopped();
        } catch (IOException e) {
            throw new CannotStart("the built-in PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    /** Stops the server after what is under way has been rolled back. */
    synchronized void stop() {
        try {
            if (running().isPresent()) {
                var programs = PostgresBinaries.unpack(home);
                run(account(), program(programs, "pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w");
            }
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop cleanly; it recovers at the next start. " + e.getMessage());
        }
    }

    String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    }

    String password() {
        return password;
    }

    private int startStopped() throws IOException {
        var programs = PostgresBinaries.unpack(home);
        if (!Files.exists(cluster)) {
            create(programs);
        }
        refuseOtherVersion(programs);
        // A killed postmaster nobody has reaped keeps its process id, and pg_ctl would believe it alive.
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        for (var attempt = 1; ; attempt++) {
            var port = port();
            Files.writeString(cluster.resolve("noroshi.conf"), SETTINGS + moreSettings + "port = " + port + "\n");
            account().open(data, cluster);
            try {
                run(
                        account(),
                        program(programs, "pg_ctl"),
                        "start",
                        "-D",
                        cluster.toString(),
                        "-w",
                        "-t",
                        "600",
                        "-l",
                        cluster.resolve("start.log").toString());
                return port;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Files.deleteIfExists(home.resolve("port"));
                pause();
            }
        }
    }

    private void create(Path programs) throws IOException {
        var unfinished = home.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        var secret = home.resolve("initial-password");
        DataFolder.writePrivate(secret, password);
        var account = account();
        account.open(data, home);
        try {
            run(
                    account,
                    program(programs, "initdb"),
                    "-D",
                    unfinished.toString(),
                    "-U",
                    SUPERUSER,
                    "-E",
                    "UTF8",
                    "--data-checksums",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--lc-collate=C",
                    "--lc-ctype=C.UTF-8",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret);
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                Files.readString(unfinished.resolve("postgresql.conf")) + "\ninclude 'noroshi.conf'\n");
        Files.move(unfinished, cluster);
    }

    private void refuseOtherVersion(Path programs) throws IOException {
        var made = Files.readString(cluster.resolve("PG_VERSION")).strip();
        try (var catalog = Files.newBufferedReader(programs.resolve("share/postgresql/postgres.bki"))) {
            var carried = catalog.readLine().replaceFirst("^# PostgreSQL ", "").strip();
            if (!made.equals(carried)) {
                throw new CannotStart("the data in " + cluster + " was written by PostgreSQL " + made
                        + ", this release carries " + carried
                        + ". Back up with the earlier release and restore the backup with this one.");
            }
        }
    }

    /** The port of the server that runs on our cluster, waiting while it still recovers from a crash. */
    private OptionalInt running() throws IOException {
        var file = cluster.resolve("postmaster.pid");
        while (Files.exists(file)) {
            var lines = Files.readAllLines(file);
            if (lines.size() < STATUS_LINE + 1 || !ours(lines.getFirst())) {
                return OptionalInt.empty();
            }
            if (lines.get(STATUS_LINE).startsWith("ready")) {
                return OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()));
            }
            pause();
        }
        return OptionalInt.empty();
    }

    /** A process with the number but not the folder is somebody else's, or a killed one that nobody has reaped. */
    private boolean ours(String process) throws IOException {
        return commandLine(process).contains(cluster.toString());
    }

    private static String commandLine(String process) throws IOException {
        var seen = Path.of("/proc", process.strip(), "cmdline");
        if (Files.exists(seen)) {
            return Files.readString(seen);
        }
        return ProcessHandle.of(Long.parseLong(process.strip()))
                .flatMap(handle -> handle.info().commandLine())
                .orElse("");
    }

    private int port() throws IOException {
        var remembered = home.resolve("port");
        var port = remembered(remembered);
        if (port.isPresent() && free(port.getAsInt())) {
            return port.getAsInt();
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(remembered, socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        }
    }

    /** A start that was killed while it wrote leaves an empty file. */
    private static OptionalInt remembered(Path file) throws IOException {
        var text = Files.exists(file) ? Files.readString(file).strip() : "";
        var known = text.matches("\\d{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT;
        return known ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private Unprivileged account() throws IOException {
        return Unprivileged.choose(home, cluster);
    }

    private static String program(Path programs, String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void run(Unprivileged account, String... command) throws IOException {
        var line = new ArrayList<>(account.prefix());
        line.addAll(List.of(command));
        var said = home.resolve("last-command.log");
        var builder = new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        // The C library gives large pieces of memory back at once; asking for them anew costs more than a page's work.
        builder.environment().put("MALLOC_MMAP_THRESHOLD_", KEPT_BY_A_CONNECTION);
        builder.environment().put("MALLOC_TRIM_THRESHOLD_", KEPT_BY_A_CONNECTION);
        try {
            if (builder.start().waitFor() != 0) {
                throw new IOException(String.join(" ", command) + "\n" + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
