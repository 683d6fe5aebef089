package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.springframework.util.FileSystemUtils;

/** A server of an earlier major version, as an operator would bring it; prepared as the script for operators does. */
final class EarlierPostgres implements AutoCloseable {
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            port = %d
            """;

    private final Path home;
    private final Path programs;
    private final Path cluster;
    private final int port;

    EarlierPostgres(Path archive, Path home) throws Exception {
        this.home = home;
        programs = home.resolve("programs");
        cluster = home.resolve("cluster");
        FileSystemUtils.deleteRecursively(home);
        DataFolder.makePrivate(home);
        try (var jar = new JarFile(archive.toFile())) {
            PostgresBinaries.unpack(jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz")), programs);
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Files.createDirectory(cluster);
        var account = Unprivileged.choose(home, cluster);
        account.open(home, cluster);
        run(account, "initdb", "-D", cluster.toString(), "-U", "postgres", "-E", "UTF8", "--locale=C", "-A", "trust");
        Files.writeString(
                cluster.resolve("postgresql.conf"),
                Files.readString(cluster.resolve("postgresql.conf")) + SETTINGS.formatted(port));
        run(
                account,
                "pg_ctl",
                "start",
                "-D",
                cluster.toString(),
                "-w",
                "-l",
                cluster.resolve("log").toString());
    }

    /** The two roles, the database and the extensions. */
    Connections prepared() throws SQLException {
        var setup =
                new Setup(Setup.DATABASE, new Login(Setup.APPLICATION, "application"), new Login(Setup.OWNER, "owner"));
        try (var postgres = superuser("postgres")) {
            setup.apply(postgres);
        }
        try (var inside = superuser(Setup.DATABASE)) {
            setup.applyInside(inside);
        }
        return new Connections(url(Setup.DATABASE), setup.application(), setup.owner());
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    }

    private void run(Unprivileged account, String program, String... arguments)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(account.prefix());
        line.add(programs.resolve("bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        var said = home.resolve("said");
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        assertThat(builder.start().waitFor())
                .as(() -> "what " + program + " said stands in " + said)
                .isZero();
    }

    @Override
    public void close() throws Exception {
        run(Unprivileged.choose(home, cluster), "pg_ctl", "stop", "-D", cluster.toString(), "-m", "immediate", "-w");
        FileSystemUtils.deleteRecursively(home);
    }
}
