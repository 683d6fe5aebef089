package noroshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.database.BackupBroken;
import noroshi.database.CannotStart;
import noroshi.database.Keys;
import noroshi.database.Restore;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "restore", description = "Puts a backup in the place of the data; the platform must be stopped.")
class PutBack implements Callable<Integer> {
    @Mixin
    private Platform platform = new Platform();

    @Option(names = "--replace", description = "Give up what the database and the file folder hold now.")
    private boolean replace;

    @Option(names = "--key", paramLabel = "FILE", description = "File with the keys, as backup --key printed it.")
    private Path key = Path.of("");

    @Option(names = "--without-keys", description = "Go on, though a key is missing and what it opens stays shut.")
    private boolean withoutKeys;

    @Parameters(paramLabel = "BACKUP", description = "Archive written by backup.")
    private Path archive = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException {
        if (!Files.isReadable(archive)) {
            return platform.failed(Exit.WRONG_USE, "There is no backup to read at " + archive)
                    .exit();
        }
        var given = !key.toString().isEmpty();
        if (given && (!Files.isReadable(key) || Files.isDirectory(key))) {
            return platform.failed(Exit.WRONG_USE, "There is no key file to read at " + key)
                    .exit();
        }
        try {
            var keys = given ? Keys.read(key) : Keys.NONE;
            var terms = new Restore.Terms(replace, keys, withoutKeys);
            var restored = Restore.whileStopped(new StandardEnvironment(), archive, terms);
            var manifest = restored.manifest();
            restored.aside()
                    .forEach((file, now) -> System.err.println(
                            "Restored. secrets/" + file + " held no key any more and is called " + now + " now."));
            Keys.in(Platform.data())
                    .lacking(manifest)
                    .forEach(lost -> System.err.println("Restored, but " + lost.loss() + "."));
            platform.print(JsonMapper.shared()
                    .valueToTree(Map.of(
                            "madeAt", manifest.madeAt().toString(),
                            "release", manifest.release(),
                            "tables", manifest.tables().size(),
                            "rows", manifest.rows())));
            return Exit.DONE;
        } catch (CannotStart running) {
            return platform.failed(Exit.NOT_REACHED, Complaint.sentence(running))
                    .exit();
        } catch (BackupBroken refusal) {
            return platform.failed(Exit.REFUSED, Complaint.sentence(refusal)).exit();
        }
    }
}
