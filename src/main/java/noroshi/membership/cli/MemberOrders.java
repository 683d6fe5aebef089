package noroshi.membership.cli;

import static noroshi.membership.cli.Given.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.cli.Command;
import noroshi.membership.Colleague;
import noroshi.membership.Invitations;
import noroshi.membership.Members;
import noroshi.membership.NewInvitation;
import noroshi.membership.People;
import noroshi.membership.Person;
import noroshi.membership.signin.Recoveries;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.SiteSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Answers {@code member …}. */
@Configuration(proxyBeanMethods = false)
class MemberOrders {
    private static final Window ALL = new Window(0, 200);

    @Bean
    Command memberList(Members members, People people, Codes codes) {
        return new Given("member list", members, (arguments, file, actor) -> {
            var organisation = codes.organisation(text(arguments, "organisation"));
            return people.of(organisation, text(arguments, "find"), ALL, actor).stream()
                    .map(MemberOrders::line)
                    .toList();
        });
    }

    private static Map<String, Object> line(Colleague each) {
        var line = new LinkedHashMap<String, Object>();
        line.put("login", each.person().login());
        line.put("name", each.person().name());
        line.put("status", each.person().status().name().toLowerCase(Locale.ROOT));
        line.put("roles", each.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" ")));
        line.put("window", each.window());
        line.put("lastSeen", each.lastSeen().map(Object::toString).orElse(""));
        return line;
    }

    @Bean
    Command memberInvite(Members members, Invitations invitations, Codes codes, SiteSettings settings) {
        return new Given("member invite", members, (arguments, file, actor) -> {
            var token = invitations.invite(
                    new NewInvitation(
                            codes.organisation(text(arguments, "organisation")),
                            text(arguments, "name"),
                            text(arguments, "email"),
                            roles(text(arguments, "roles"))),
                    actor);
            return Map.of(
                    "link",
                    settings.url().resolve("/invitations/" + token.text()).toString());
        });
    }

    static Set<Role> roles(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(name -> Arrays.stream(Role.values())
                        .filter(role ->
                                role.name().equalsIgnoreCase(name.strip().replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> new RuleBroken("membership.role.unknown")))
                .collect(Collectors.toSet());
    }

    @Bean
    Command memberSuspend(Members members, People people) {
        return standing("member suspend", Person.Status.SUSPENDED, members, people);
    }

    @Bean
    Command memberResume(Members members, People people) {
        return standing("member resume", Person.Status.ACTIVE, members, people);
    }

    @Bean
    Command memberWithdraw(Members members, People people) {
        return standing("member withdraw", Person.Status.WITHDRAWN, members, people);
    }

    private static Command standing(String name, Person.Status status, Members members, People people) {
        return new Given(name, members, (arguments, file, actor) -> {
            people.stand(person(members, arguments), status, actor);
            return Map.of(
                    "login", text(arguments, "login"), "status", status.name().toLowerCase(Locale.ROOT));
        });
    }

    /** The command line is one person's; the other one confirms on the page. */
    @Bean
    Command memberRecover(Members members, Recoveries recoveries) {
        return new Given("member recover", members, (arguments, file, actor) -> {
            recoveries.request(person(members, arguments), text(arguments, "reason"), actor);
            return Map.of("login", text(arguments, "login"), "recovery", "requested");
        });
    }

    private static UUID person(Members members, JsonNode arguments) {
        return members.byLogin(text(arguments, "login")).map(Person::id).orElseThrow(NotFound::new);
    }
}
