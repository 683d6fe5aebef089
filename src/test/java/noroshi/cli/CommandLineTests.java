package noroshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Every command explains itself and speaks to scripts as well as to people. */
class CommandLineTests {
    static Stream<CommandLine> commands() {
        return below(CommandLineMain.commandLine());
    }

    private static Stream<CommandLine> below(CommandLine line) {
        var commands = line.getSubcommands().values();
        return commands.isEmpty() ? Stream.of(line) : commands.stream().flatMap(CommandLineTests::below);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpAndJson(CommandLine command) {
        var name = command.getCommandSpec().qualifiedName();
        assertThat(command.getCommandSpec().findOption("--help")).as(name).isNotNull();
        assertThat(command.getCommandSpec().findOption("--json")).as(name).isNotNull();
        assertThat(command.getCommandSpec().usageMessage().description())
                .as(name)
                .isNotEmpty();
    }

    @Test
    void wrongUseIsExplained() {
        assertThat(run("nonsense")).isEqualTo(Exit.WRONG_USE);
        assertThat(run()).isEqualTo(Exit.WRONG_USE);
        assertThat(run("restore")).isEqualTo(Exit.WRONG_USE);
        assertThat(run("restore", "/nowhere/at/all.zip")).isEqualTo(Exit.WRONG_USE);
    }

    /** Whoever is refused for lack of a platform, a file or a word reads why in the same form as an answer. */
    @Test
    void scriptsReadARefusalToo(@TempDir Path nowhere) {
        System.setProperty("noroshi.data", nowhere.toString());
        try {
            assertRefused(Exit.NOT_REACHED, "not running", "audit");
            assertRefused(Exit.WRONG_USE, "no file to read", "intel", "import", "/nowhere/at/all.json");
            assertRefused(Exit.WRONG_USE, "no backup to read", "restore", "/nowhere/at/all.zip");
            assertRefused(Exit.WRONG_USE, "Missing required parameter", "restore");
            assertRefused(Exit.WRONG_USE, "Unmatched argument", "nonsense");
            assertRefused(Exit.FAULT, "/nowhere/at/all.eml", "mail", "bounce", "/nowhere/at/all.eml");
        } finally {
            System.clearProperty("noroshi.data");
        }
    }

    private static void assertRefused(int exit, String why, String... arguments) {
        var prose = new StringWriter();
        assertThat(run(prose, arguments)).as(why).isEqualTo(exit);
        assertThat(prose.toString()).contains(why).doesNotStartWith("{");
        var said = new StringWriter();
        assertThat(run(
                        said,
                        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new)))
                .as(why)
                .isEqualTo(exit);
        var error = JsonMapper.shared().readTree(said.toString());
        assertThat(error.propertyNames()).containsExactly("error");
        assertThat(error.path("error").asString()).contains(why);
    }

    @Test
    void helpIsNoFault() {
        assertThat(run("--help")).isEqualTo(Exit.DONE);
        assertThat(run("backup", "--help")).isEqualTo(Exit.DONE);
    }

    @Test
    void peopleGetFactsAndTables() {
        var answer = JsonMapper.shared().readTree("""
                {"name": "Japan", "members": [{"name": "鉄道", "people": 3}, {"name": "Sports", "people": 12}]}
                """);
        assertThat(Plain.text(answer).lines())
                .containsExactlyElementsOf(
                        List.of("name     Japan", "", "members", "name    people", "鉄道    3", "Sports  12"));
    }

    private static int run(String... arguments) {
        return run(new StringWriter(), arguments);
    }

    private static int run(StringWriter said, String... arguments) {
        var line = CommandLineMain.commandLine();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(new StringWriter()));
        return line.execute(arguments);
    }
}
