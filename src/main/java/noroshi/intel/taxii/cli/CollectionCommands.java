package noroshi.intel.taxii.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.cli.CommandGroup;
import noroshi.cli.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noroshi collection …}. */
@Command(
        name = "collection",
        description = "TAXII collections: create, list, show, fill.",
        subcommands = {
            CollectionCommands.Create.class,
            CollectionCommands.ListAll.class,
            CollectionCommands.Show.class,
            CollectionCommands.Fill.class
        })
public final class CollectionCommands implements CommandGroup {

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
            description = "Makes a collection.",
            footer = {
                "",
                "NAME is the short name of an organisation or of a community, or the login of a service account.",
                "What an organisation brings as TLP:AMBER+STRICT, or unmarked, stays with it until it names others."
            })
    static final class Create implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        As actor = new As();

        @Option(names = "--title", required = true, description = "What people call it.")
        String title = "";

        @Option(names = "--read", arity = "1..*", split = ",", paramLabel = "NAME", description = "Who may fetch.")
        List<String> read = List.of();

        @Option(names = "--write", arity = "1..*", split = ",", paramLabel = "NAME", description = "Who may bring.")
        List<String> write = List.of();

        @Option(names = "--community", paramLabel = "CODE", description = "Community whose API root it stands in.")
        String community = "";

        @Option(
                names = "--tlp",
                paramLabel = "LABEL",
                defaultValue = "AMBER+STRICT",
                description = "The strictest label it takes (${DEFAULT-VALUE}).")
        String tlp = "";

        @Option(names = "--alias", description = "A name for addresses, beside the id.")
        String alias = "";

        @Option(names = "--description", description = "What it is for.")
        String description = "";

        @Option(names = "--published", description = "Takes what bulletins cite; the Centre then writes, too.")
        boolean published;

        @Override
        public Integer call() {
            return platform.ask(
                    "collection create",
                    Map.of(
                            "as", actor.login,
                            "title", title,
                            "read", read,
                            "write", write,
                            "community", community,
                            "tlp", tlp,
                            "alias", alias,
                            "description", description,
                            "published", published));
        }
    }

    @Command(name = "list", description = "Lists all collections.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        As actor = new As();

        @Override
        public Integer call() {
            return platform.ask("collection list", Map.of("as", actor.login));
        }
    }

    @Command(name = "show", description = "Shows a collection.")
    static final class Show implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        As actor = new As();

        @Parameters(index = "0", paramLabel = "ID", description = "Id of the collection.")
        String id = "";

        @Override
        public Integer call() {
            return platform.ask("collection show", Map.of("as", actor.login, "id", id));
        }
    }

    @Command(
            name = "fill",
            description = "Hands a bundle of the library out to machines.",
            footer = {
                "",
                "Its objects go into the collection as they were received, under the labels they have in the library.",
                "What stays, and why, is in the answer; what is there already goes once."
            })
    static final class Fill implements Callable<Integer> {
        @Mixin
        Platform platform = new Platform();

        @Mixin
        As actor = new As();

        @Parameters(index = "0", paramLabel = "ID", description = "Id of the collection.")
        String id = "";

        @Option(
                names = "--bundle",
                required = true,
                paramLabel = "BUNDLE",
                description = "Id of the bundle, as `intel import` prints it.")
        String bundle = "";

        @Override
        public Integer call() {
            return platform.ask(
                    "collection fill",
                    Map.of(
                            "as",
                            actor.login,
                            "id",
                            id,
                            "bundle",
                            bundle,
                            "language",
                            Locale.getDefault().toLanguageTag()));
        }
    }
}
