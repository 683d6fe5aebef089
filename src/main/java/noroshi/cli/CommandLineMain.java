package noroshi.cli;

import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The administrator's command line. */
@Command(
        name = "noroshi",
        description = "Administers the Noroshi platform on this machine.",
        subcommands = {Doctor.class, TakeBackup.class, PutBack.class},
        footer = {
            "",
            "Exit: 0 done, 1 refused, 2 wrong use, 3 the platform is not running (or, for restore, is running), 4 fault,",
            "5 partly done.",
            "NOROSHI_DATA names the folder of the platform (./data)."
        })
public final class CommandLineMain {
    private CommandLineMain() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new CommandLineMain());
        for (var group : ServiceLoader.load(CommandGroup.class)) {
            line.addSubcommand(group);
        }
        explain(line);
        Complaint.listen(line);
        return line;
    }

    /** Every command explains itself; one that only groups others does so when it is called alone. */
    private static void explain(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getSubcommands().values().forEach(CommandLineMain::explain);
    }
}
