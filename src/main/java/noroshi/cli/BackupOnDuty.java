package noroshi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import noroshi.database.Backup;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the backup inside the running platform, which alone holds the owner's connection. */
@Component
class BackupOnDuty implements Command {
    private final Backup backup;

    BackupOnDuty(Backup backup) {
        this.backup = backup;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) {
        var target = Path.of(arguments.path("file").asString());
        if (Files.exists(target)) {
            throw new RuleBroken("cli.backup.exists", target);
        }
        try {
            var manifest = backup.write(target);
            return JsonMapper.shared()
                    .valueToTree(Map.of(
                            "file", target.toString(),
                            "madeAt", manifest.madeAt().toString(),
                            "tables", manifest.tables().size(),
                            "rows", manifest.rows(),
                            "bytes", Files.size(target)));
        } catch (FileSystemException e) {
            throw new RuleBroken("cli.backup.unwritable", target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
