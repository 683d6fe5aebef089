package noroshi.membership.cli;

import java.nio.file.Path;
import noroshi.cli.CommandGroup;
import noroshi.cli.InTheNameOf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noroshi organisation …}. */
@Command(
        name = "organisation",
        description = "Organisations: list, create, suspend, resume, withdraw, reference.",
        subcommands = {
            OrganisationCommands.ListAll.class,
            OrganisationCommands.Create.class,
            OrganisationCommands.Suspend.class,
            OrganisationCommands.Resume.class,
            OrganisationCommands.Withdraw.class,
            OrganisationCommands.Reference.class
        })
public final class OrganisationCommands implements CommandGroup {
    /** The part an organisation can be given here. */
    enum Part {
        MEMBER,
        EVENT_OWNER,
        CTI_PROVIDER
    }

    @Command(name = "list", description = "Lists organisations, 200 on a page.")
    static final class ListAll extends InTheNameOf {
        @Option(names = "--find", description = "Only names that contain this.")
        String find = "";

        @Option(names = "--category", description = "Only those of this category.")
        String category = "";

        @Option(names = "--page", defaultValue = "1", description = "Which page (${DEFAULT-VALUE}).")
        int page = 1;
    }

    @Command(name = "create", description = "Takes in an organisation; it becomes active with its first person.")
    static final class Create extends InTheNameOf {
        @Parameters(index = "0", paramLabel = "CODE", description = "Short name of the organisation.")
        String code = "";

        @Option(names = "--name", required = true, description = "Name in Japanese.")
        String organisation = "";

        @Option(names = "--name-en", required = true, description = "Name in English.")
        String english = "";

        @Option(
                names = "--part",
                defaultValue = "MEMBER",
                description = "MEMBER, EVENT_OWNER or CTI_PROVIDER (${DEFAULT-VALUE}).")
        Part part = Part.MEMBER;

        @Option(names = "--category", description = "Its category.")
        String category = "";
    }

    @Command(name = "suspend", description = "Suspends an organisation; its people read nothing from then on.")
    static final class Suspend extends Standing {}

    @Command(name = "resume", description = "Ends a suspension.")
    static final class Resume extends Standing {}

    @Command(name = "withdraw", description = "Ends an organisation's participation for good.")
    static final class Withdraw extends Standing {}

    @Command(name = "reference", description = "Keeps reference data from a CSV file with dates.")
    static final class Reference extends InTheNameOf {
        @Parameters(
                index = "0",
                paramLabel = "LIST",
                description = "category, sector, ministry, association or region.")
        String list = "";

        @Parameters(
                index = "1",
                paramLabel = "FILE",
                description = "code,name_ja,name_en,valid_from,valid_to and further columns.")
        Path file = Path.of("");
    }

    /** About the standing of one organisation. */
    abstract static class Standing extends InTheNameOf {
        @Parameters(index = "0", paramLabel = "CODE", description = "Short name of the organisation.")
        String code = "";

        @Option(names = "--reason", description = "Why, for the record.")
        String reason = "";
    }
}
