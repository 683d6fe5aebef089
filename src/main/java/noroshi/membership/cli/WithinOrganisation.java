package noroshi.membership.cli;

import noroshi.cli.InTheNameOf;
import picocli.CommandLine.Option;

/** About something of one organisation. */
abstract class WithinOrganisation extends InTheNameOf {
    @Option(
            names = "--organisation",
            required = true,
            paramLabel = "CODE",
            description = "Short name of the organisation.")
    String organisation = "";
}
