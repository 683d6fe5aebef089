package noroshi.intel.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noroshi intel …}. */
@Command(
        name = "intel",
        description = "Threat information: import, warning-list.",
        subcommands = {IntelCommands.Import.class, IntelCommands.WarningList.class})
public final class IntelCommands implements CommandGroup {

    @Command(
            name = "import",
            description = "Takes a file into the library: STIX 2.1, MISP events, CSV, a list, a mail, words.",
            footer = {
                "",
                "What it is, is recognised by its form. STIX is taken whole and kept as received. Of the rest, values on a",
                "warning list and members' own are left out; everything that is left out is reported with its reason.",
                "A file of more than 10 MB must be STIX; how far it is stands on standard error while it is taken in. To stop this",
                "command does not stop the platform, which goes on, also after a restart.",
                "What carries no TLP mark stays inside the organisation (TLP:AMBER+STRICT), unless --tlp, --source and",
                "--reason record that its source permits more.",
                "Exit: 0 all was taken, 1 the file was refused, 5 some objects were refused."
            })
    static final class Import implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Parameters(paramLabel = "FILE", description = "Up to 10 MB; a STIX bundle up to 256 MB.")
        Path file = Path.of("");

        @Option(names = "--preview", description = "Shows what would be taken; takes nothing.")
        boolean preview;

        @Option(names = "--from", paramLabel = "NAME", description = "Whose word it is, if the file does not say.")
        String from = "";

        @Option(names = "--tlp", paramLabel = "LABEL", description = "Label the source permits, such as GREEN.")
        String tlp = "";

        @Option(names = "--source", paramLabel = "NAME", description = "Who permits it.")
        String source = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "On what grounds.")
        String reason = "";

        @Option(
                names = "--as",
                paramLabel = "LOGIN",
                description = "Editor or administrator in whose name it is done; else the Centre's first editor.")
        String login = "";

        @Override
        public Integer call() {
            return platform.follow(
                    "intel import",
                    Map.of(
                            "preview", preview,
                            "from", from,
                            "name", file.toAbsolutePath().getFileName().toString(),
                            "tlp", tlp,
                            "source", source,
                            "reason", reason,
                            "as", login,
                            "language", Locale.getDefault().toLanguageTag()),
                    file);
        }
    }

    @Command(
            name = "warning-list",
            description = "Takes a warning list into force, in the format of MISP.",
            footer = {
                "",
                "It takes the place of the list of the same name; an older version is refused.",
                "Exit: 0 it is in force, 1 the file was refused, 5 some entries were left out."
            })
    static final class WarningList implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Parameters(paramLabel = "FILE", description = "The list: JSON in UTF-8, up to 20 MB.")
        Path file = Path.of("");

        @Option(
                names = "--as",
                paramLabel = "LOGIN",
                description = "Editor or administrator in whose name it is done; else the Centre's first editor.")
        String login = "";

        @Override
        public Integer call() {
            return platform.ask("intel warning-list", Map.of("as", login), file);
        }
    }
}
