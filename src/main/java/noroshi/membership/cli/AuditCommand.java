package noroshi.membership.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code noroshi audit}. */
@Command(name = "audit", description = "Who did what, and when: the newest entries of the audit trail.")
public final class AuditCommand implements CommandGroup, Callable<Integer> {
    @Mixin
    private Platform platform = new Platform();

    @Option(
            names = "--as",
            paramLabel = "LOGIN",
            description = "Administrator in whose name it is looked at and remembered; else the Centre's first one.")
    private String login = "";

    @Option(names = "--since", paramLabel = "DAY", description = "Only from this day on: 2026-07-24.")
    private String since = "";

    @Option(names = "--person", paramLabel = "LOGIN", description = "Only what this person did.")
    private String person = "";

    @Option(
            names = "--act",
            paramLabel = "ACT",
            description = "Only this act (topic.opened), or a whole group (topic).")
    private String act = "";

    @Option(names = "--most", defaultValue = "100", description = "At most so many (${DEFAULT-VALUE}).")
    private int most = 100;

    @Override
    public Integer call() {
        return platform.ask(
                "audit",
                Map.of("as", login, "unnamed", true, "since", since, "person", person, "act", act, "most", most));
    }
}
