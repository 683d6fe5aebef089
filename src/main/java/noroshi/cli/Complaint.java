package noroshi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Says on standard error why a command was not carried out: a sentence, or for scripts one line of JSON. */
final class Complaint {
    /** The option that every command has. */
    static final String JSON = "--json";

    private Complaint() {}

    /** As an object with the one field {@code error}, if that is asked. */
    static void say(PrintWriter err, boolean json, String sentence) {
        err.println(json ? JsonMapper.shared().writeValueAsString(Map.of("error", sentence)) : sentence);
        err.flush();
    }

    /** What goes wrong before a command begins, or while it runs, is said so too. */
    static void listen(CommandLine line) {
        var prose = line.getParameterExceptionHandler();
        line.setParameterExceptionHandler((wrong, arguments) -> {
            if (!List.of(arguments).contains(JSON)) {
                return prose.handleParseException(wrong, arguments);
            }
            say(wrong.getCommandLine().getErr(), true, sentence(wrong));
            return Exit.WRONG_USE;
        });
        line.setExecutionExceptionHandler((fault, command, result) -> {
            say(command.getErr(), result.originalArgs().contains(JSON), sentence(fault));
            return Exit.FAULT;
        });
    }

    static String sentence(Exception fault) {
        return Objects.requireNonNullElseGet(
                fault.getMessage(), () -> fault.getClass().getSimpleName());
    }
}
