package noroshi.membership.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import noroshi.cli.Command;
import noroshi.membership.Members;
import noroshi.membership.Person;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command carried out in the name of an administrator, who is named with it. */
record Given(String name, Members members, Work work) implements Command {
    /** What is done with the arguments; the result is shown. */
    interface Work {
        Object answer(JsonNode arguments, InputStream file, Actor actor) throws IOException;
    }

    @Override
    public JsonNode handle(JsonNode arguments, InputStream file) throws IOException {
        var actor = named(text(arguments, "as"), arguments.path("unnamed").asBoolean(false))
                .orElseThrow(() -> new RuleBroken("membership.cli.no-administrator"));
        return JsonMapper.shared().valueToTree(work.answer(arguments, file, actor));
    }

    /** Some commands may come without a name: then the Centre's first administrator stands for the operator. */
    private Optional<Actor> named(String login, boolean unnamed) {
        return login.isEmpty() && unnamed
                ? members.administrator("cli")
                : members.byLogin(login)
                        .map(Person::id)
                        .flatMap(person -> members.actor(person, "cli"))
                        .filter(found -> found.is(Role.ADMINISTRATOR));
    }

    static String text(JsonNode arguments, String name) {
        return arguments.path(name).asString("");
    }
}
