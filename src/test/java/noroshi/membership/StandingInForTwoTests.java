package noroshi.membership;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A colleague stands in for two from the same day on: each of the two is a matter of its own. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=StandingInTests") // in the house where offices change hands
class StandingInForTwoTests {
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

    @Test
    void whoeverStandsInForTwoGoesOnForOneWhenTheOtherLeaves() {
        var today = substitutes.today();
        for (var first : List.of(true, false)) {
            var one = newcomer(RAILWAY, RIN);
            var other = newcomer(RAILWAY, RIN);
            var asa = newcomer(RAILWAY, RIN);
            people.holdWindow(seat(one), true, RIN);
            people.holdWindow(seat(other), true, RIN);
            var forOne =
                    substitutes.name(RAILWAY, one.person(), asa.person(), today.plusDays(2), today.plusDays(4), one);
            var forOther =
                    substitutes.name(RAILWAY, other.person(), asa.person(), today.plusDays(2), today.plusDays(9), RIN);
            people.holdWindow(seat(first ? one : other), false, RIN);
            var stays = first ? forOther : forOne;
            assertThat(substitutes.of(RAILWAY, RIN))
                    .extracting(Substitution::id)
                    .contains(stays)
                    .doesNotContain(first ? forOne : forOther);
            assertThat(running(asa)).isEqualTo(1);
            var topic = toWindow(RAILWAY);
            assertThatThrownBy(() -> topics.show(topic, asa)).isInstanceOf(NotFound.class);
            jdbc.sql("update membership.belonging set since = now() - interval '1 second' where substitution = :id")
                    .param("id", stays)
                    .update();
            assertThat(topics.show(topic, asa).id()).isEqualTo(topic);
            assertThatThrownBy(() -> topics.show(topic, OTTO)).isInstanceOf(NotFound.class);
            substitutes.end(stays, asa);
            assertThat(running(asa)).isZero();
            assertThatThrownBy(() -> topics.show(topic, asa)).isInstanceOf(NotFound.class);
        }
    }

    /** Lists of an office are lists of people: whoever holds it twice over stands there once. */
    @Test
    void whoeverHoldsAnOfficeSeveralTimesIsListedOnce() {
        var today = substitutes.today();
        var asa = newcomer(RAILWAY, RIN);
        for (int two = 0; two < 2; two++) {
            var away = newcomer(RAILWAY, RIN);
            people.holdWindow(seat(away), true, RIN);
            substitutes.name(RAILWAY, away.person(), asa.person(), today, today.plusDays(3), RIN);
        }
        assertThat(running(asa)).isEqualTo(2);
        assertThat(keepers()).containsOnlyOnce(asa.person()).doesNotHaveDuplicates();
        people.holdWindow(seat(asa), true, RIN);
        assertThat(keepers()).containsOnlyOnce(asa.person());
        people.holdWindow(seat(asa), false, RIN);
    }

    private List<UUID> keepers() {
        return members.within(members.windowOf(RAILWAY)).stream()
                .map(Belonging::person)
                .toList();
    }

    private UUID seat(Actor actor) {
        return members.seats(actor.person()).getFirst().id();
    }

    /** What they hold for others today or will, of all there is. */
    private int running(Actor actor) {
        return jdbc.sql("""
                select count(*) from membership.belonging
                 where person = :person and substitution is not null and until > greatest(since, now())
                """)
                .param("person", actor.person())
                .query(Integer.class)
                .single();
    }

    private UUID toWindow(UUID organisation) {
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
                        Set.of(Cast.office("window", organisation))),
                KEI);
    }

    private Actor newcomer(UUID organisation, Actor by) {
        var link = invitations.invite(
                new NewInvitation(
                        organisation, "新田 朝", UUID.randomUUID() + "@member.example", Set.of(Role.MEMBER_USER)),
                by);
        var login = "n" + UUID.randomUUID().toString().substring(28);
        var person = invitations.take(link, new Newcomer(login, "新田 朝", "", Locale.JAPANESE));
        return new Actor(person, organisation, Set.of(Role.MEMBER_USER), "web");
    }
}
