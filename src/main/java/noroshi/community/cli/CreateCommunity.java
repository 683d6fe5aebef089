package noroshi.community.cli;

import java.io.InputStream;
import java.util.Map;
import noroshi.cli.Command;
import noroshi.community.Communities;
import noroshi.community.Community;
import noroshi.community.NewCommunity;
import noroshi.community.Profile;
import noroshi.community.Wording;
import noroshi.membership.Members;
import noroshi.membership.Person;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code community create}. */
@Component
class CreateCommunity implements Command {
    private final Communities communities;
    private final Members members;
    private final Administrators administrators;

    CreateCommunity(Communities communities, Members members, Administrators administrators) {
        this.communities = communities;
        this.members = members;
        this.administrators = administrators;
    }

    @Override
    public String name() {
        return "community create";
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) {
        var actor = administrators.named(arguments);
        var lead = members.byLogin(text(arguments, "lead"))
                .map(Person::id)
                .orElseThrow(() -> new RuleBroken("community.no-such-person"));
        var profile = new Profile(
                new Wording(text(arguments, "name"), text(arguments, "nameEn")),
                new Wording("", ""),
                new Wording("", ""),
                new Wording(text(arguments, "meaning"), text(arguments, "meaningEn")),
                arguments.path("colour").asInt());
        var kind = arguments.path("open").asBoolean() ? Community.Kind.OPEN : Community.Kind.INVITED;
        var code = text(arguments, "code");
        var everyone = arguments.path("everyone").asBoolean(false);
        var id = communities.found(new NewCommunity(code, kind, profile, lead, everyone), actor);
        return JsonMapper.shared().valueToTree(Map.of("code", code, "id", id.toString()));
    }

    private static String text(JsonNode arguments, String name) {
        return arguments.path(name).asString();
    }
}
