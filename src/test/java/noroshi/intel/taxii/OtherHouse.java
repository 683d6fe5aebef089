package noroshi.intel.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A platform of its own beside the tests, in a process that can be killed. */
final class OtherHouse {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private Optional<Process> running = Optional.empty();

    OtherHouse(Path folder) {
        this.folder = folder;
    }

    Process platform() {
        return running.orElseThrow();
    }

    void stop() throws InterruptedException {
        if (running.isPresent()) {
            platform().destroy();
            platform().waitFor();
        }
    }

    URI address() throws IOException {
        return URI.create(Files.readString(folder.resolve("terminal.log"))
                .lines()
                .filter(said -> said.startsWith("Noroshi is ready: "))
                .findFirst()
                .orElseThrow()
                .replace("Noroshi is ready: ", ""));
    }

    void start() throws Exception {
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
        running = Optional.of(
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start());
        await(() -> Files.readString(log).contains("Noroshi is ready"));
    }

    Connection owner() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + text("postgresql/port") + "/noroshi",
                "noroshi_owner",
                text("secrets/database-owner"));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }

    ProcessHandle postgres() throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    interface Condition {
        boolean met() throws Exception;
    }

    static void await(Condition condition) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.met()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }
}
