package noroshi.membership.cli;

import picocli.CommandLine.Option;

/** In whose name a command is carried out. */
final class InTheNameOf {
    @Option(
            names = "--as",
            required = true,
            paramLabel = "LOGIN",
            description = "Administrator in whose name it is done and remembered.")
    String login = "";
}
