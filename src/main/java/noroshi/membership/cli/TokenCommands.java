package noroshi.membership.cli;

import noroshi.cli.CommandGroup;
import noroshi.cli.InTheNameOf;
import picocli.CommandLine.Command;
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

    @Command(name = "create", description = "Makes a service account with a token, shown once.")
    static final class Create extends WithinOrganisation {
        @Option(names = "--label", required = true, description = "What it is for.")
        String label = "";

        @Option(names = "--scopes", required = true, description = "READ, WRITE, TAXII, separated by commas.")
        String scopes = "";

        @Option(names = "--days", defaultValue = "90", description = "Days of validity (${DEFAULT-VALUE}).")
        int days = 90;
    }

    @Command(name = "revoke", description = "Revokes a token.")
    static final class Revoke extends InTheNameOf {
        @Parameters(index = "0", paramLabel = "ID", description = "Id of the token.")
        String id = "";
    }
}
