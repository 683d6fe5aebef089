package noroshi.provider.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noroshi provider …}. */
@Command(
        name = "provider",
        description = "Providers of threat information: create, list, show, ask, pause, resume.",
        subcommands = {
            ProviderCommands.Create.class,
            ProviderCommands.ListAll.class,
            ProviderCommands.Show.class,
            ProviderCommands.Ask.class,
            ProviderCommands.Pause.class,
            ProviderCommands.Resume.class
        })
public final class ProviderCommands implements CommandGroup {

    /** In whose name; nobody need be named. */
    static final class As {
        @Option(
                names = "--as",
                paramLabel = "LOGIN",
                description = "Administrator in whose name it is done; else the Centre's first one.")
        String login = "";
    }

    @Command(
            name = "create",
            description = "Sets a provider up.",
            footer = {"", "The secret is read from the environment, so that it stands in no history of commands."})
    static final class Create implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        As actor = new As();

        @Option(names = "--name", required = true, description = "What people call it.")
        String name = "";

        @Option(
                names = "--speaks",
                defaultValue = "TAXII",
                description = "TAXII, or MISP for a feed (${DEFAULT-VALUE}).")
        String speaks = "";

        @Option(
                names = "--address",
                required = true,
                description = "Address of the collection at the provider, or of the folder of its feed.")
        String address = "";

        @Option(
                names = "--sign-in",
                defaultValue = "BEARER",
                description = "NONE, BASIC, BEARER or KEY (${DEFAULT-VALUE}).")
        String signIn = "";

        @Option(names = "--account", description = "User name, or the header of the key.")
        String account = "";

        @Option(
                names = "--secret-from",
                paramLabel = "VARIABLE",
                description = "Environment variable that holds password, token or key.")
        String secretFrom = "";

        @Option(
                names = "--certificate",
                paramLabel = "FILE",
                description =
                        "PEM with our certificate, its chain and its private key, for servers that want to see one.")
        Optional<Path> certificate = Optional.empty();

        @Option(
                names = "--authorities",
                paramLabel = "FILE",
                description = "PEM with the authorities we trust for the server; else the usual ones.")
        Optional<Path> authorities = Optional.empty();

        @Spec
        CommandSpec spec = CommandSpec.create();

        @Option(names = "--minutes", defaultValue = "15", description = "How often (${DEFAULT-VALUE}).")
        int minutes;

        @Option(names = "--page-size", defaultValue = "1000", description = "Objects at once (${DEFAULT-VALUE}).")
        int pageSize;

        @Option(names = "--into", paramLabel = "ID", description = "Our collection that takes what comes.")
        String into = "";

        @Option(names = "--from", paramLabel = "ID", description = "Our collection that is brought there.")
        String from = "";

        @Option(names = "--contact", description = "Who to talk to.")
        String contact = "";

        @Option(names = "--terms", description = "Terms of the memorandum.")
        String terms = "";

        @Option(names = "--tag", description = "What it is good at.")
        List<String> tags = List.of();

        @Override
        public Integer call() {
            var secret = secretFrom.isEmpty() ? "" : System.getenv().getOrDefault(secretFrom, "");
            return platform.ask(
                    "provider create",
                    Map.ofEntries(
                            Map.entry("as", actor.login),
                            Map.entry("name", name),
                            Map.entry("speaks", speaks),
                            Map.entry("address", address),
                            Map.entry("signIn", signIn),
                            Map.entry("account", account),
                            Map.entry("secret", secret),
                            Map.entry("certificate", pem(certificate)),
                            Map.entry("authorities", pem(authorities)),
                            Map.entry("minutes", minutes),
                            Map.entry("pageSize", pageSize),
                            Map.entry("into", into),
                            Map.entry("from", from),
                            Map.entry("contact", contact),
                            Map.entry("terms", terms),
                            Map.entry("tags", tags)));
        }

        private String pem(Optional<Path> file) {
            if (file.isEmpty()) {
                return "";
            }
            try {
                return Files.readString(file.get());
            } catch (IOException unreadable) {
                throw new ParameterException(spec.commandLine(), file.get() + " cannot be read as a PEM file.");
            }
        }
    }

    @Command(name = "list", description = "Lists all providers and how each is doing.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        As actor = new As();

        @Override
        public Integer call() {
            return platform.ask("provider list", Map.of("as", actor.login));
        }
    }

    /** One provider. */
    abstract static class One implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        As actor = new As();

        @Parameters(index = "0", paramLabel = "ID", description = "Id of the provider.")
        String id = "";

        abstract String order();

        @Override
        public Integer call() {
            return platform.ask("provider " + order(), Map.of("as", actor.login, "id", id));
        }
    }

    @Command(name = "show", description = "Shows a provider and its latest rounds.")
    static final class Show extends One {
        @Override
        String order() {
            return "show";
        }
    }

    @Command(name = "ask", description = "Asks a provider now, and shows what came of it.")
    static final class Ask extends One {
        @Override
        String order() {
            return "ask";
        }
    }

    @Command(name = "pause", description = "Asks a provider no more until it is resumed.")
    static final class Pause extends One {
        @Override
        String order() {
            return "pause";
        }
    }

    @Command(name = "resume", description = "Asks a provider again.")
    static final class Resume extends One {
        @Override
        String order() {
            return "resume";
        }
    }
}
