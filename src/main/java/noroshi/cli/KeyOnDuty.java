package noroshi.cli;

import java.io.InputStream;
import java.util.Map;
import noroshi.database.DataFolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands out the key that opens the stored files, so that it is kept apart from the backups. */
@Component
class KeyOnDuty implements Command {
    private final DataFolder data;

    KeyOnDuty(DataFolder data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "backup key";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) {
        return JsonMapper.shared().valueToTree(Map.of("key", data.secret(DataFolder.FILE_KEY)));
    }
}
