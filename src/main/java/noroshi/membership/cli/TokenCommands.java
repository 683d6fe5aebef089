package noroshi.membership.cli;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.InTheNameOf;
import noroshi.cli.Platform;
import noroshi.membership.Scope;
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
    static final class ListAll extends WithinOrganisation {}

    @Command(
            name = "create",
            description = "Makes a token for a service account, shown once.",
            footer = {
                "",
                "An account that does not exist yet is made. It belongs to --organisation; without it, to the organisation",
                "whose short name the account has or begins with (railway, railway-siem); else to the Centre."
            })
    static final class Create implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Option(
                names = "--as",
                paramLabel = "LOGIN",
                description = "Administrator in whose name it is done; else the Centre's first one.")
        String login = "";

        @Option(names = "--account", paramLabel = "NAME", description = "Login of the service account; else a new one.")
        String account = "";

        @Option(names = "--organisation", paramLabel = "CODE", description = "Short name of the organisation.")
        String organisation = "";

        @Option(names = "--label", description = "What it is for; else the name of the account.")
        String label = "";

        @Option(
                names = {"--scope", "--scopes"},
                required = true,
                completionCandidates = Offered.class,
                description = "${COMPLETION-CANDIDATES}, separated by commas.")
        String scopes = "";

        @Option(names = "--days", defaultValue = "90", description = "Days of validity (${DEFAULT-VALUE}).")
        int days = 90;

        @Override
        public Integer call() {
            return platform.ask(
                    "token create",
                    Map.of(
                            "as",
                            login,
                            "unnamed",
                            true,
                            "account",
                            account,
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

    /** What may stand after {@code --scope}. */
    static final class Offered extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Offered() {
            super(Scope.offered().stream().map(Scope::name).toList());
        }
    }

    @Command(name = "revoke", description = "Revokes a token.")
    static final class Revoke extends InTheNameOf {
        @Parameters(index = "0", paramLabel = "ID", description = "Id of the token.")
        String id = "";
    }
}
