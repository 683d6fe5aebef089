package noroshi.community.cli;

import noroshi.membership.Members;
import noroshi.membership.Person;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds the administrator in whose name an order is carried out. */
@Component
class Administrators {
    private final Members members;

    Administrators(Members members) {
        this.members = members;
    }

    Actor named(JsonNode arguments) {
        return members.byLogin(arguments.path("as").asString())
                .map(Person::id)
                .flatMap(person -> members.actor(person, "cli"))
                .filter(actor -> actor.is(Role.ADMINISTRATOR))
                .orElseThrow(() -> new RuleBroken("community.cli.no-administrator"));
    }
}
