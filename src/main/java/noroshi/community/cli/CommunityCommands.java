package noroshi.community.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noroshi community …}. */
@Command(
        name = "community",
        description = "Communities: list, create, admit.",
        subcommands = {CommunityCommands.ListAll.class, CommunityCommands.Create.class, CommunityCommands.Admit.class})
public final class CommunityCommands implements CommandGroup {

    /** In whose name a command is carried out. */
    static final class InTheNameOf {
        @Option(
                names = "--as",
                required = true,
                paramLabel = "LOGIN",
                description = "Administrator in whose name it is done and remembered.")
        String login = "";
    }

    @Command(name = "list", description = "Lists all communities with their size.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Override
        public Integer call() {
            return platform.ask("community list", Map.of("as", actor.login));
        }
    }

    @Command(name = "create", description = "Founds a community with its first lead.")
    static final class Create implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

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

        @Option(names = "--colour", defaultValue = "1", description = "1 to 6 (${DEFAULT-VALUE}).")
        int colour = 1;

        @Override
        public Integer call() {
            return platform.ask(
                    "community create",
                    Map.of(
                            "as", actor.login,
                            "code", code,
                            "lead", lead,
                            "name", name,
                            "nameEn", nameEn,
                            "meaning", meaning,
                            "meaningEn", meaningEn,
                            "open", open,
                            "colour", colour));
        }
    }

    @Command(name = "admit", description = "Lets somebody into a community.")
    static final class Admit implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Parameters(index = "0", paramLabel = "CODE", description = "Code of the community.")
        String code = "";

        @Parameters(index = "1", paramLabel = "LOGIN", description = "Who comes in.")
        String login = "";

        @Override
        public Integer call() {
            return platform.ask("community admit", Map.of("as", actor.login, "code", code, "login", login));
        }
    }
}
