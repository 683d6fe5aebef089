package noroshi.membership.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noroshi token …}. */
@Command(
        name = "token",
        description = "API tokens: list, create, revoke.",
        subcommands = {TokenCommands.ListAll.class, TokenCommands.Create.class, TokenCommands.Revoke.class})
public final class TokenCommands implements CommandGroup {

    @Command(name = "list", description = "Lists the good tokens of an organisation.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Option(
                names = "--organisation",
                required = true,
                paramLabel = "CODE",
                description = "Short name of the organisation.")
        String organisation = "";

        @Override
        public Integer call() {
            return platform.ask("token list", Map.of("as", actor.login, "organisation", organisation));
        }
    }

    @Command(name = "create", description = "Makes a service account with a token, shown once.")
    static final class Create implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Option(
                names = "--organisation",
                required = true,
                paramLabel = "CODE",
                description = "Short name of the organisation.")
        String organisation = "";

        @Option(names = "--label", required = true, description = "What it is for.")
        String label = "";

        @Option(names = "--scopes", required = true, description = "READ, WRITE, TAXII, separated by commas.")
        String scopes = "";

        @Option(names = "--days", defaultValue = "90", description = "Days of validity (${DEFAULT-VALUE}).")
        int days = 90;

        @Override
        public Integer call() {
            return platform.ask(
                    "token create",
                    Map.of(
                            "as",
                            actor.login,
                            "organisation",
                            organisation,
                            "label",
                            label,
                            "scopes",
                            scopes,
                            "days",
                            days));
        }
    }

    @Command(name = "revoke", description = "Revokes a token.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Parameters(index = "0", paramLabel = "ID", description = "Id of the token.")
        String id = "";

        @Override
        public Integer call() {
            return platform.ask("token revoke", Map.of("as", actor.login, "id", id));
        }
    }
}
