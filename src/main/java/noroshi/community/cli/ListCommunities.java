package noroshi.community.cli;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import noroshi.cli.Command;
import noroshi.community.Communities;
import noroshi.community.CommunityRow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code community list}. */
@Component
class ListCommunities implements Command {
    private final Communities communities;
    private final Administrators administrators;

    ListCommunities(Communities communities, Administrators administrators) {
        this.communities = communities;
        this.administrators = administrators;
    }

    @Override
    public String name() {
        return "community list";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) {
        var rows = communities.list(administrators.named(arguments));
        return JsonMapper.shared()
                .valueToTree(rows.stream().map(ListCommunities::line).toList());
    }

    private static LinkedHashMap<String, Object> line(CommunityRow row) {
        var community = row.community();
        var line = new LinkedHashMap<String, Object>();
        line.put("code", community.code());
        line.put("kind", community.kind().name().toLowerCase(Locale.ROOT));
        line.put("name", community.profile().name().ja());
        line.put("people", row.people());
        line.put("organisations", row.organisations());
        line.put("state", community.closed() ? "closed" : "running");
        return line;
    }
}
