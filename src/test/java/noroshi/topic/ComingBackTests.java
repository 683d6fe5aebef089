package noroshi.topic;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.membership.Newcomer;
import noroshi.membership.People;
import noroshi.membership.Person;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody withdraws for good, and comes back for another organisation. */
@WholeHouse
class ComingBackTests {
    @Autowired
    Topics topics;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatWasRestrictedDoesNotComeBackWithThem() {
        var login = "back-" + UUID.randomUUID();
        var roles = Set.of(Role.MEMBER_USER);
        var secret = invitations.invite(new NewInvitation(RAILWAY, "戻る人", login + "@member.example", roles), RIN);
        var person = invitations.take(secret, new Newcomer(login, "戻る人", "", Locale.JAPANESE));
        var amber = topics.post(Samples.post(Tlp.AMBER, person), MIKA);
        var red = topics.post(Samples.post(Tlp.RED, person), MIKA);
        var green = topics.post(Samples.post(Tlp.GREEN, person), MIKA);

        people.stand(person, Person.Status.WITHDRAWN, RIN);
        jdbc.sql("update membership.person set status = 'active' where id = :id")
                .param("id", person)
                .update();
        jdbc.sql("insert into membership.seat (person, organisation, roles) values (:id, :there, '{MEMBER_USER}')")
                .param("id", person)
                .param("there", STRANGERS)
                .update();

        var there = new Actor(person, STRANGERS, roles, "web");
        assertThat(topics.show(green, there).id()).isEqualTo(green);
        for (var restricted : Set.of(amber, red)) {
            assertThatThrownBy(() -> topics.show(restricted, there)).isInstanceOf(NotFound.class);
        }
    }
}
