package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was acknowledged is there after kill -9 of the platform, of PostgreSQL, and of both while they write. */
@Tag("journey")
class SurvivingCrashesTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITERS = 4;
    private static final int WRITES = 400;

    @TempDir
    private Path folder = Path.of(".");

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private Process platform = new ProcessBuilder("true").start();

    SurvivingCrashesTests() throws IOException {}

    @AfterEach
    void stop() throws InterruptedException {
        platform.destroy();
        platform.waitFor();
    }

    @Test
    void acknowledgedWritesSurvive() throws Exception {
        start();
        writeAndMeanwhile(() -> {
            platform.destroyForcibly();
            postgres().destroyForcibly();
        });
        start();
        assertThat(stored()).containsAll(acknowledged);

        platform.destroyForcibly().waitFor();
        assertThat(postgres().isAlive()).isTrue();
        start();
        assertThat(stored()).containsAll(acknowledged);

        var before = postgres();
        writeAndMeanwhile(before::destroyForcibly);
        await(() -> !before.isAlive() || !ready());
        await(() -> ready());
        assertThat(stored()).containsAll(acknowledged);
        assertThat(acknowledged).hasSizeGreaterThan(WRITERS);

        platform.destroy();
        platform.waitFor();
        assertThat(folder.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
    }

    private void start() throws Exception {
        var log = folder.resolve("terminal.log");
        Files.deleteIfExists(log);
        var withoutTests = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(":"));
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                withoutTests,
                "noroshi.Noroshi");
        command.environment().keySet().removeIf(name -> name.startsWith("NOROSHI_"));
        command.environment().put("NOROSHI_DATA", folder.toString());
        command.environment().put("NOROSHI_DEMO", "false");
        command.environment().put("PORT", "0");
        platform =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await(() -> Files.readString(log).contains("Noroshi is ready"));
    }

    private boolean ready() throws Exception {
        var line = Files.readString(folder.resolve("terminal.log"))
                .lines()
                .filter(said -> said.startsWith("Noroshi is ready: "))
                .findFirst()
                .orElseThrow();
        var address = URI.create(line.replace("Noroshi is ready: ", "") + "readyz");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200;
        }
    }

    private interface Blow {
        void strike() throws Exception;
    }

    private void writeAndMeanwhile(Blow blow) throws Exception {
        var connections = connections();
        var writers = new Thread[WRITERS];
        for (var i = 0; i < WRITERS; i++) {
            writers[i] = Thread.ofVirtual().start(() -> write(connections));
        }
        var enough = acknowledged.size() + WRITES;
        await(() -> acknowledged.size() > enough);
        blow.strike();
        for (var writer : writers) {
            writer.join();
        }
    }

    /** Until the connection breaks; only what the database has confirmed counts. */
    private void write(Connections connections) {
        try (var connection = connections.asApplication();
                var insert = connection.prepareStatement("""
                        insert into event.event_publication
                               (id, listener_id, event_type, serialized_event, publication_date, completion_date)
                        values (?, 'crash', 'crash', '{}', now(), now())
                        """)) {
            while (true) {
                var id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.executeUpdate();
                acknowledged.add(id);
            }
        } catch (SQLException broken) {
            assertThat(broken.getSQLState()).startsWith("0").isNotEqualTo("00000");
        }
    }

    private Set<UUID> stored() throws Exception {
        var found = new HashSet<UUID>();
        try (var connection = connections().asApplication();
                var query = connection.createStatement();
                var rows = query.executeQuery("select id from event.event_publication where event_type = 'crash'")) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    private Connections connections() throws IOException {
        var data = new DataFolder(folder);
        var port = Files.readString(data.postgresql().resolve("port")).strip();
        return new Connections(
                "jdbc:postgresql://127.0.0.1:" + port + "/noroshi?sslmode=disable",
                new Login(Setup.APPLICATION, data.secret("database-application")),
                new Login(Setup.OWNER, data.secret("database-owner")));
    }

    private ProcessHandle postgres() throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private interface Condition {
        boolean met() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.met()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }
}
