package noroshi.community.cli;

import noroshi.cli.CommandGroup;
import noroshi.cli.InTheNameOf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noroshi community …}. */
@Command(
        name = "community",
        description = "Communities: list, create, admit.",
        subcommands = {CommunityCommands.ListAll.class, CommunityCommands.Create.class, CommunityCommands.Admit.class})
public final class CommunityCommands implements CommandGroup {

    @Command(name = "list", description = "Lists all communities with their size.")
    static final class ListAll extends InTheNameOf {}

    @Command(name = "create", description = "Founds a community with its first lead.")
    static final class Create extends InTheNameOf {
        @Parameters(paramLabel = "CODE", description = "Lower-case letters, digits and hyphens.")
        String code = "";

        @Option(names = "--lead", required = true, paramLabel = "LOGIN", description = "Who leads it first.")
        String lead = "";

        @Option(names = "--name", required = true, description = "Name in Japanese.")
        String name = "";

        @Option(names = "--name-en", required = true, description = "Name in English.")
        String nameEn = "";

        @Option(names = "--meaning", required = true, description = "Whom TLP:GREEN reaches, in Japanese.")
        String meaning = "";

        @Option(names = "--meaning-en", required = true, description = "Whom TLP:GREEN reaches, in English.")
        String meaningEn = "";

        @Option(names = "--open", description = "Whoever takes part may join; without it people are let in.")
        boolean open;

        @Option(
                names = "--everyone",
                description = "Everybody who takes part sits in it, now and later; the daily broadcast goes there.")
        boolean everyone;

        @Option(names = "--colour", defaultValue = "1", description = "1 to 6 (${DEFAULT-VALUE}).")
        int colour = 1;
    }

    @Command(name = "admit", description = "Lets somebody into a community.")
    static final class Admit extends InTheNameOf {
        @Parameters(index = "0", paramLabel = "CODE", description = "Code of the community.")
        String code = "";

        @Parameters(index = "1", paramLabel = "LOGIN", description = "Who comes in.")
        String login = "";
    }
}
