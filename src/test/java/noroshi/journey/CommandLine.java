package noroshi.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administrator's command line, beside the running platform: a process of its own. */
final class CommandLine {
    private CommandLine() {}

    /** How it ended, and what it said. */
    record Ended(int code, JsonNode said) {}

    static Ended run(Locale language, String... arguments) throws IOException, InterruptedException {
        var withoutTests = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(":"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-Duser.language=" + language.getLanguage(),
                                "-Dlogback.configurationFile=command-line-log.xml",
                                "-cp",
                                withoutTests,
                                "noroshi.cli.CommandLineMain"),
                        Arrays.stream(arguments))
                .toList());
        command.environment().keySet().removeIf(name -> name.startsWith("NOROSHI_"));
        command.environment()
                .put("NOROSHI_DATA", System.getProperty("test.data", "target/test-data") + "/" + OpenHouse.FOLDER);
        var process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var code = process.waitFor();
        return new Ended(
                code,
                said.isBlank()
                        ? JsonMapper.shared().nullNode()
                        : JsonMapper.shared().readTree(said));
    }

    /** The texts of a list's lines. */
    static List<String> texts(JsonNode lines) {
        return lines.valueStream().map(line -> line.path("text").asString()).toList();
    }
}
