package noroshi.cli;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import noroshi.database.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running platform as a command sees it: asks, prints the answer, and returns how to exit. */
public final class Platform {
    static final int DONE = 200;
    static final int REFUSED = 409;

    /** In an answer: the sentence that says how far it is. Such an answer is not the last. */
    public static final String PROGRESS = "progress";

    /** In such an answer: the command that asks how far it is now. */
    public static final String NEXT = "next";

    /** In such an answer: what to ask it with. */
    public static final String ARGUMENTS = "arguments";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = Complaint.JSON, description = "Print the answer, or why there is none, as JSON.")
    private boolean json;

    /** Asks the running platform. */
    public int ask(String command, Map<String, ?> arguments) {
        return ask(command, arguments, InputStream::nullInputStream);
    }

    /** Asks the running platform and sends it a file. */
    public int ask(String command, Map<String, ?> arguments, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return failed(Exit.WRONG_USE, "There is no file to read at " + file).exit();
        }
        return ask(command, arguments, () -> Files.newInputStream(file));
    }

    /** Asks the running platform and sends it what was read already. */
    public int ask(String command, Map<String, ?> arguments, byte[] bytes) {
        return ask(command, arguments, () -> new ByteArrayInputStream(bytes));
    }

    /** Sends a file, and follows what becomes of it: how far it is stands on standard error, the end on standard output. */
    public int follow(String command, Map<String, ?> arguments, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return failed(Exit.WRONG_USE, "There is no file to read at " + file).exit();
        }
        var reply = request(command, arguments, () -> Files.newInputStream(file));
        var said = "";
        for (var next = next(reply); next.isPresent(); next = next(reply)) {
            var progress = next.get().path(PROGRESS).asString("");
            if (!progress.equals(said)) {
                err().println(progress);
                said = progress;
            }
            pause();
            reply = request(next.get().path(NEXT).asString(""), map(next.get().path(ARGUMENTS)));
        }
        reply.result().ifPresent(this::print);
        return reply.exit();
    }

    private static Optional<JsonNode> next(Reply reply) {
        return reply.result().filter(result -> result.has(PROGRESS));
    }

    private static Map<String, String> map(JsonNode arguments) {
        var map = new HashMap<String, String>();
        arguments
                .properties()
                .forEach(each -> map.put(each.getKey(), each.getValue().asString("")));
        return map;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private int ask(String command, Map<String, ?> arguments, Source file) {
        var reply = request(command, arguments, file);
        reply.result().ifPresent(this::print);
        return reply.exit();
    }

    /** What came back, and how to exit. */
    record Reply(int exit, Optional<JsonNode> result) {}

    /** Asks without printing the result; what went wrong is said on standard error. */
    Reply request(String command, Map<String, ?> arguments) {
        return request(command, arguments, InputStream::nullInputStream);
    }

    private Reply request(String command, Map<String, ?> arguments, Source file) {
        try {
            var door = Door.find(data());
            if (door.isEmpty()) {
                return notReached();
            }
            var order = new Order(
                    command,
                    System.getProperty("user.name"),
                    Locale.getDefault().toLanguageTag(),
                    JsonMapper.shared().valueToTree(arguments));
            return read(send(door.get(), order, file));
        } catch (ConnectException e) {
            return notReached();
        } catch (IOException e) {
            return failed(Exit.FAULT, "The platform could not be asked: " + e.getMessage());
        }
    }

    private static HttpResponse<byte[]> send(Door door, Order order, Source file) throws IOException {
        var line = JsonMapper.shared().writeValueAsString(order) + "\n";
        var request = HttpRequest.newBuilder(door.address())
                .header("Authorization", "Bearer " + door.secret())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> {
                    try {
                        return new SequenceInputStream(
                                new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), file.open());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Reply read(HttpResponse<byte[]> response) {
        if (response.statusCode() != DONE && response.statusCode() != REFUSED) {
            return failed(Exit.FAULT, "The platform did not understand (" + response.statusCode() + ").");
        }
        var answer = JsonMapper.shared().readValue(response.body(), Answer.class);
        var refusal = answer.refusal();
        return refusal == null ? done(Optional.ofNullable(answer.result())) : failed(Exit.REFUSED, refusal);
    }

    /** A result that says {@code "partial": true} ends with a code of its own. */
    private static Reply done(Optional<JsonNode> result) {
        var partial =
                result.filter(facts -> facts.path("partial").asBoolean(false)).isPresent();
        return new Reply(partial ? Exit.PARTLY_DONE : Exit.DONE, result);
    }

    /** Prints what a script or a person reads, on standard output. */
    void print(JsonNode result) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.print(
                json
                        ? JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n"
                        : Plain.text(result));
    }

    static DataFolder data() {
        return DataFolder.of(new StandardEnvironment());
    }

    private Reply notReached() {
        return failed(
                Exit.NOT_REACHED,
                "Noroshi is not running on " + data().root()
                        + ". Start it with bin/run, or name its folder with NOROSHI_DATA.");
    }

    /** Says why, and ends so. */
    Reply failed(int exit, String sentence) {
        Complaint.say(err(), json, sentence);
        return new Reply(exit, Optional.empty());
    }

    private PrintWriter err() {
        return Objects.requireNonNull(command).commandLine().getErr();
    }
}
