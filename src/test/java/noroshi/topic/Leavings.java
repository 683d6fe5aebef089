package noroshi.topic;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Circle;
import noroshi.membership.Invitations;
import noroshi.membership.Members;
import noroshi.membership.NewInvitation;
import noroshi.membership.NewOrganisation;
import noroshi.membership.Newcomer;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.membership.People;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** People and organisations that leave something behind. */
abstract class Leavings {
    static final Window ALL = new Window(0, 200);
    static final UUID POWER_WINDOW = office("window", POWER);

    @Autowired
    Entrustings entrustings;

    @Autowired
    Topics topics;

    @Autowired
    Forwarding forwarding;

    @Autowired
    Invitations invitations;

    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    MockMvcTester mvc;

    UUID founded(String code) {
        var id = organisations.found(new NewOrganisation(code, "去る会", "Leaving", Organisation.Part.MEMBER, ""), ADA);
        organisations.move(id, Organisation.Status.ACTIVE, "試験", ADA);
        return id;
    }

    List<UUID> left(Actor actor) {
        return entrustings.left(RAILWAY, ALL, actor).stream()
                .map(Entrustable::topic)
                .toList();
    }

    List<UUID> trusts(UUID organisation, Actor actor) {
        return entrustings.entrusted(organisation, ALL, actor).stream()
                .map(Entrusting::topic)
                .toList();
    }

    String body(String address, Actor actor) throws Exception {
        var answer = mvc.get().uri(address).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    UUID post(Tlp tlp, boolean hidden, Actor author, UUID... audience) {
        return topics.post(
                Samples.topic(Kind.QUESTION, tlp, hidden, "残されたもの " + UUID.randomUUID(), "本文", audience), author);
    }

    Actor newcomer(UUID organisation, Actor by) {
        var link = invitations.invite(
                new NewInvitation(
                        organisation, "新田 朝", UUID.randomUUID() + "@member.example", Set.of(Role.MEMBER_USER)),
                by);
        var login = "n" + UUID.randomUUID().toString().substring(24);
        var person = invitations.take(link, new Newcomer(login, "新田 朝", "", Locale.JAPANESE));
        var actor = new Actor(person, organisation, Set.of(Role.MEMBER_USER), "web");
        members.admit(RAIL, Circle.COMMUNITY, person, false, KEI);
        return actor;
    }
}
