package noroshi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import noroshi.database.BackupBroken;
import noroshi.database.CannotStart;
import noroshi.database.DataFolder;
import noroshi.database.Manifest;
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

    @Option(names = "--key", paramLabel = "FILE", description = "File with the key that opens the stored files.")
    private Path key = Path.of("");

    @Parameters(paramLabel = "BACKUP", description = "Archive written by backup.")
    private Path archive = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException {
        if (!Files.isReadable(archive)) {
            System.err.println("There is no backup to read at " + archive);
            return Exit.WRONG_USE;
        }
        try {
            var manifest = Restore.whileStopped(new StandardEnvironment(), archive, replace);
            if (!key.toString().isEmpty()) {
                Platform.data()
                        .writeSecret(DataFolder.FILE_KEY, Files.readString(key).strip() + "\n");
            }
            warnWithoutKey(manifest);
            platform.print(JsonMapper.shared()
                    .valueToTree(Map.of(
                            "madeAt", manifest.madeAt().toString(),
                            "release", manifest.release(),
                            "tables", manifest.tables().size(),
                            "rows", manifest.rows())));
            return Exit.DONE;
        } catch (CannotStart running) {
            System.err.println(running.getMessage());
            return Exit.NOT_REACHED;
        } catch (BackupBroken refusal) {
            System.err.println(refusal.getMessage());
            return Exit.REFUSED;
        }
    }

    private static void warnWithoutKey(Manifest manifest) {
        var files = manifest.entries().stream().anyMatch(entry -> entry.name().startsWith("files/"));
        if (files && !Files.exists(Platform.data().secretFile(DataFolder.FILE_KEY))) {
            System.err.println("The files are back, but not the key that opens them: restore again with --key.");
        }
    }
}
