package noroshi.membership;

import static noroshi.testing.Cast.KEI;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** People of one organisation who stand in for each other, and what comes to their window. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=StandingInTests") // offices change hands: a house of its own
abstract class Colleagues {
    @Autowired
    Substitutes substitutes;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    Members members;

    @Autowired
    Topics topics;

    @Autowired
    JdbcClient jdbc;

    Actor newcomer(UUID organisation, Actor by) {
        var link = invitations.invite(
                new NewInvitation(
                        organisation, "新田 朝", UUID.randomUUID() + "@member.example", Set.of(Role.MEMBER_USER)),
                by);
        var login = "n" + UUID.randomUUID().toString().substring(28);
        var person = invitations.take(link, new Newcomer(login, "新田 朝", "", Locale.JAPANESE));
        return new Actor(person, organisation, Set.of(Role.MEMBER_USER), "web");
    }

    UUID seat(Actor actor) {
        return members.seats(actor.person()).getFirst().id();
    }

    /** What they hold for others today or will, of all there is. */
    int running(Actor actor) {
        return jdbc.sql("""
                select count(*) from membership.belonging
                 where person = :person and substitution is not null and until > greatest(since, now())
                """)
                .param("person", actor.person())
                .query(Integer.class)
                .single();
    }

    /** Kei writes to the window of the organisation. */
    UUID toWindow(UUID organisation) {
        return post(Cast.office("window", organisation));
    }

    /** Kei writes to whom this principal stands for. */
    UUID post(UUID principal) {
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        Tlp.AMBER,
                        1,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text("窓口への連絡 " + UUID.randomUUID(), "本文")),
                        Set.of(principal)),
                KEI);
    }
}
