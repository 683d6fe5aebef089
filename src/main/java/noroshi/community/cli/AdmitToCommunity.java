package noroshi.community.cli;

import java.io.InputStream;
import java.util.Map;
import noroshi.cli.Command;
import noroshi.community.Admissions;
import noroshi.community.Communities;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code community admit}. */
@Component
class AdmitToCommunity implements Command {
    private final Communities communities;
    private final Admissions admissions;
    private final Administrators administrators;

    AdmitToCommunity(Communities communities, Admissions admissions, Administrators administrators) {
        this.communities = communities;
        this.admissions = admissions;
        this.administrators = administrators;
    }

    @Override
    public String name() {
        return "community admit";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) {
        var actor = administrators.named(arguments);
        var code = arguments.path("code").asString();
        var login = arguments.path("login").asString();
        var community = communities.byCode(code, actor).orElseThrow(NotFound::new);
        admissions.invite(community.id(), login, actor);
        return JsonMapper.shared().valueToTree(Map.of("community", code, "admitted", login));
    }
}
