package noroshi.cli;

import java.io.InputStream;
import noroshi.database.DataFolder;
import noroshi.database.Keys;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands out the keys that no backup holds, as a key file, so that they are kept apart from the backups. */
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
        return JsonMapper.shared().valueToTree(Keys.all(data).printed());
    }
}
