package noroshi.intel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import noroshi.cli.Command;
import noroshi.intel.warning.WarningLists;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code intel warning-list}. */
@Component
class LoadWarningList implements Command {
    private final WarningLists warnings;
    private final ActingEditors editors;

    LoadWarningList(WarningLists warnings, ActingEditors editors) {
        this.warnings = warnings;
        this.editors = editors;
    }

    @Override
    public String name() {
        return "intel warning-list";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) throws IOException {
        var actor = editors.named(arguments.path("as").asString(""));
        var loaded = warnings.load(file.readNBytes(WarningLists.LARGEST_FILE + 1), actor);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("list", loaded.id());
        answer.put("name", loaded.name());
        answer.put("version", loaded.version());
        answer.put("entries", loaded.entries());
        answer.put("left_out", loaded.leftOut());
        answer.put("again", loaded.again());
        answer.put("partial", loaded.leftOut() > 0);
        return JsonMapper.shared().valueToTree(answer);
    }
}
