package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The whole platform as a process of its own, to be killed. */
final class Platform implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private Process process = new ProcessBuilder("true").start();

    Platform(Path folder) throws IOException {
        this.folder = folder;
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
        process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await(() -> Files.readString(log).contains("Noroshi is ready"));
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Where it answers, with a slash at the end. */
    String address() throws IOException {
        var line = Files.readString(folder.resolve("terminal.log"))
                .lines()
                .filter(said -> said.startsWith("Noroshi is ready: "))
                .findFirst()
                .orElseThrow();
        return line.replace("Noroshi is ready: ", "");
    }

    boolean ready() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(address() + "readyz")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    Connections connections() throws IOException {
        var data = new DataFolder(folder);
        var port = Files.readString(data.postgresql().resolve("port")).strip();
        return new Connections(
                "jdbc:postgresql://127.0.0.1:" + port + "/noroshi?sslmode=disable",
                new Login(Setup.APPLICATION, data.secret("database-application")),
                new Login(Setup.OWNER, data.secret("database-owner")));
    }

    ProcessHandle postgres() throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Something to wait for. */
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
