package noroshi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        var line = CommandLineMain.commandLine();
        line.setErr(new PrintWriter(new StringWriter()));
        line.setOut(new PrintWriter(new StringWriter()));
        return line.execute(arguments);
    }
}
