package noroshi.desk;

import static noroshi.testing.Cast.ADA;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.membership.NewOrganisation;
import noroshi.membership.Newcomer;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.membership.People;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import org.springframework.boot.test.context.TestComponent;

/** Organisations of a test's own that may be suspended and withdraw. */
@TestComponent
class Leavers {
    private final Organisations organisations;
    private final Invitations invitations;
    private final People people;
    private final List<UUID> founded = new ArrayList<>();

    Leavers(Organisations organisations, Invitations invitations, People people) {
        this.organisations = organisations;
        this.invitations = invitations;
        this.people = people;
    }

    /** Somebody who keeps the window of an organisation of their own. */
    Actor keeper() {
        var code = "d-" + UUID.randomUUID().toString().substring(0, 8);
        var organisation = organisations.found(
                new NewOrganisation(code, "抜ける会 " + code, "Leaving " + code, Organisation.Part.MEMBER, ""), ADA);
        founded.add(organisation);
        var secret = invitations.invite(
                new NewInvitation(organisation, "担当", code + "@member.example", Set.of(Role.MEMBER_USER)), ADA);
        var person = invitations.take(secret, new Newcomer(code, "担当", "", Locale.JAPANESE));
        people.holdWindow(people.seats(person).getFirst().id(), true, ADA);
        return new Actor(person, organisation, Set.of(Role.MEMBER_USER), "web");
    }

    void move(Actor whose, Organisation.Status to) {
        organisations.move(whose.organisation(), to, "試験", ADA);
    }

    void takenPartEnough() {
        founded.forEach(id -> organisations.move(id, Organisation.Status.WITHDRAWN, "試験の終わり", ADA));
        founded.clear();
    }
}
