package noroshi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The whole platform as a process of its own, with a database of its own, to be killed. */
public final class Platform implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Map<String, String> environment;
    private Process process = new ProcessBuilder("true").start();

    /** Keeps everything in that folder; {@code environment} is added to what every start is given. */
    public Platform(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
    }

    public Platform(Path folder) throws IOException {
        this(folder, Map.of());
    }

    /** Returns when it is ready. */
    public void start() throws Exception {
        process = launch(log(), Map.of());
        await(() -> said().contains("Noroshi is ready"));
    }

    /** A start beside it that is to be refused. */
    public Ended refused(Map<String, String> more) throws Exception {
        return toTheEnd(log -> launch(log, more));
    }

    /** The administrator's command line beside it. */
    public Ended order(String... words) throws Exception {
        return toTheEnd(log -> {
            var command = java("-Dlogback.configurationFile=command-line-log.xml", "noroshi.cli.CommandLineMain");
            command.command().addAll(List.of(words));
            return begin(command, log, Map.of());
        });
    }

    /** How something ended, and all that it said. */
    public record Ended(int code, String said) {}

    private interface Beginning {
        Process begin(Path log) throws IOException;
    }

    private static Ended toTheEnd(Beginning beginning) throws Exception {
        var log = Files.createTempFile("said", ".log");
        try {
            var ended = beginning.begin(log).onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Ended(ended.exitValue(), Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    /** What stands on the terminal since the last start. */
    public String said() throws IOException {
        return Files.readString(log());
    }

    private Process launch(Path log, Map<String, String> more) throws IOException {
        return begin(java("-Xmx224m", "noroshi.Noroshi"), log, more);
    }

    private static ProcessBuilder java(String option, String program) {
        var withoutTests = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(":"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", option, "-cp", withoutTests, program)));
    }

    private Process begin(ProcessBuilder command, Path log, Map<String, String> more) throws IOException {
        Files.deleteIfExists(log);
        command.environment().keySet().removeIf(name -> name.startsWith("NOROSHI_"));
        command.environment().put("NOROSHI_DATA", folder.toString());
        command.environment().put("NOROSHI_DEMO", "false");
        command.environment().put("PORT", "0");
        command.environment().putAll(environment);
        command.environment().putAll(more);
        return command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** As kill -9 does; returns when the process is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Where it answers, with a slash at the end. */
    public URI address() throws IOException {
        return URI.create(said().lines()
                .filter(said -> said.startsWith("Noroshi is ready: "))
                .findFirst()
                .orElseThrow()
                .replace("Noroshi is ready: ", ""));
    }

    public boolean ready() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address().resolve("readyz")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    /** The process of its database. */
    public ProcessHandle postgres() throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    public Connection asOwner() throws IOException, SQLException {
        return connection("owner");
    }

    /** With the rights the platform itself has. */
    public Connection asApplication() throws IOException, SQLException {
        return connection("application");
    }

    private Connection connection(String role) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + text("postgresql/port") + "/noroshi?sslmode=disable",
                role.equals("owner") ? "noroshi_owner" : "noroshi_app",
                text("secrets/database-" + role));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }

    private Path log() {
        return folder.resolve("terminal.log");
    }

    /** Something to wait for. */
    public interface Condition {
        boolean met() throws Exception;
    }

    public static void await(Condition condition) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.met()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }
}
