package noroshi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Copies all data and files into one archive while the platform runs.",
        footer = {"", "The archive does not hold the keys: print them with --key into a file and keep it elsewhere."})
class TakeBackup implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    @Mixin
    private Platform platform = new Platform();

    @Option(names = "--key", description = "Print the keys that open what is sealed, instead of a backup.")
    private boolean key;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Archive to write, or a folder for it (.).")
    private Path target = Path.of(".");

    @Override
    public Integer call() {
        if (key) {
            return platform.ask("backup key", Map.of());
        }
        var place = target.toAbsolutePath().normalize();
        var name = "noroshi-" + STAMP.format(LocalDateTime.now(ZoneOffset.UTC)) + ".zip";
        var file = Files.isDirectory(place) ? place.resolve(name) : place;
        return platform.ask("backup", Map.of("file", file.toString()));
    }
}
