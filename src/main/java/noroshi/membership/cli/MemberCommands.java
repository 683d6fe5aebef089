package noroshi.membership.cli;

import noroshi.cli.CommandGroup;
import noroshi.cli.InTheNameOf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noroshi member …}. */
@Command(
        name = "member",
        description = "People: list, invite, suspend, resume, withdraw, recover.",
        subcommands = {
            MemberCommands.ListAll.class,
            MemberCommands.Invite.class,
            MemberCommands.Suspend.class,
            MemberCommands.Resume.class,
            MemberCommands.Withdraw.class,
            MemberCommands.Recover.class
        })
public final class MemberCommands implements CommandGroup {

    @Command(name = "list", description = "Lists the people of an organisation.")
    static final class ListAll extends WithinOrganisation {
        @Option(names = "--find", description = "Only names that contain this.")
        String find = "";
    }

    @Command(name = "invite", description = "Makes an invitation link, shown once.")
    static final class Invite extends WithinOrganisation {
        @Option(names = "--name", required = true, description = "Name of the person.")
        String person = "";

        @Option(names = "--email", required = true, description = "Mail address of the person.")
        String email = "";

        @Option(
                names = "--roles",
                defaultValue = "MEMBER_USER",
                description = "Roles, separated by commas (${DEFAULT-VALUE}).")
        String roles = "MEMBER_USER";
    }

    @Command(name = "suspend", description = "Suspends a person; they are signed out at once.")
    static final class Suspend extends OfPerson {}

    @Command(name = "resume", description = "Ends a suspension.")
    static final class Resume extends OfPerson {}

    @Command(name = "withdraw", description = "Ends all of a person's seats.")
    static final class Withdraw extends OfPerson {}

    @Command(name = "recover", description = "Asks for a recovery; another administrator confirms it.")
    static final class Recover extends OfPerson {
        @Option(names = "--reason", required = true, description = "Why it is needed.")
        String reason = "";
    }

    /** About one person. */
    abstract static class OfPerson extends InTheNameOf {
        @Parameters(index = "0", paramLabel = "LOGIN", description = "Login of the person.")
        String login = "";
    }
}
