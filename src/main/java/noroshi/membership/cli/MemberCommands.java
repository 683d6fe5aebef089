package noroshi.membership.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

        @Option(names = "--find", description = "Only names that contain this.")
        String find = "";

        @Override
        public Integer call() {
            return platform.ask("member list", Map.of("as", actor.login, "organisation", organisation, "find", find));
        }
    }

    @Command(name = "invite", description = "Makes an invitation link, shown once.")
    static final class Invite implements Callable<Integer> {
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

        @Option(names = "--name", required = true, description = "Name of the person.")
        String person = "";

        @Option(names = "--email", required = true, description = "Mail address of the person.")
        String email = "";

        @Option(
                names = "--roles",
                defaultValue = "MEMBER_USER",
                description = "Roles, separated by commas (${DEFAULT-VALUE}).")
        String roles = "MEMBER_USER";

        @Override
        public Integer call() {
            return platform.ask(
                    "member invite",
                    Map.of(
                            "as",
                            actor.login,
                            "organisation",
                            organisation,
                            "name",
                            person,
                            "email",
                            email,
                            "roles",
                            roles));
        }
    }

    @Command(name = "suspend", description = "Suspends a person; they are signed out at once.")
    static final class Suspend implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Parameters(index = "0", paramLabel = "LOGIN", description = "Login of the person.")
        String login = "";

        @Override
        public Integer call() {
            return platform.ask("member suspend", Map.of("as", actor.login, "login", login));
        }
    }

    @Command(name = "resume", description = "Ends a suspension.")
    static final class Resume implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Parameters(index = "0", paramLabel = "LOGIN", description = "Login of the person.")
        String login = "";

        @Override
        public Integer call() {
            return platform.ask("member resume", Map.of("as", actor.login, "login", login));
        }
    }

    @Command(name = "withdraw", description = "Ends all of a person's seats.")
    static final class Withdraw implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Parameters(index = "0", paramLabel = "LOGIN", description = "Login of the person.")
        String login = "";

        @Override
        public Integer call() {
            return platform.ask("member withdraw", Map.of("as", actor.login, "login", login));
        }
    }

    @Command(name = "recover", description = "Asks for a recovery; another administrator confirms it.")
    static final class Recover implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        InTheNameOf actor = new InTheNameOf();

        @Parameters(index = "0", paramLabel = "LOGIN", description = "Login of the person.")
        String login = "";

        @Option(names = "--reason", required = true, description = "Why it is needed.")
        String reason = "";

        @Override
        public Integer call() {
            return platform.ask("member recover", Map.of("as", actor.login, "login", login, "reason", reason));
        }
    }
}
