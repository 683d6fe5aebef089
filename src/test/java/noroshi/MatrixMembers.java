package noroshi;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.membership.NewToken;
import noroshi.membership.Newcomer;
import noroshi.membership.People;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.membership.signin.Device;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Recoveries;
import noroshi.membership.signin.Sessions;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Newcomers to an organisation, and what they hold, for the access matrix. */
@TestComponent
class MatrixMembers {
    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    Tokens tokens;

    @Autowired
    Sessions sessions;

    @Autowired
    Recoveries recoveries;

    UUID newcomer(UUID organisation, Actor by, Map<String, String> ids) {
        var login = "n-" + UUID.randomUUID();
        var secret = invitations.invite(
                new NewInvitation(organisation, "新人", login + "@member.example", Set.of(Role.MEMBER_USER)), by);
        var person = invitations.take(secret, new Newcomer(login, "新人", "", Locale.JAPANESE));
        ids.put("organisation", organisation.toString());
        ids.put("person", person.toString());
        ids.put("seat", people.seats(person).getFirst().id().toString());
        ids.put("login", login);
        return person;
    }

    void invitation(Map<String, String> ids, UUID organisation, Actor by) {
        var email = UUID.randomUUID() + "@member.example";
        invitations.invite(new NewInvitation(organisation, "次の人", email, Set.of(Role.MEMBER_USER)), by);
        var open = invitations.openIn(organisation, by).stream()
                .filter(each -> each.email().equals(email))
                .findFirst()
                .orElseThrow();
        ids.put("invitation", open.id().toString());
        var label = UUID.randomUUID().toString();
        var owner = new Actor(by.person(), organisation, by.roles(), "web");
        tokens.create(new NewToken(organisation, label, Set.of(Scope.READ), Duration.ofDays(1)), owner);
        var token = tokens.of(organisation, owner).stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        ids.put("token", token.id().toString());
    }

    UUID recovery(UUID person, Actor by) {
        recoveries.request(person, "電話で本人と確かめた", by);
        return recoveries.of(person).orElseThrow().id();
    }

    UUID session(Actor actor) {
        var agent = UUID.randomUUID().toString();
        sessions.open(actor.person(), Set.of(Factor.DEMO), new Device("198.51.100.9", agent));
        return sessions.mine(actor).stream()
                .filter(each -> each.agent().equals(agent))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
