package noroshi.community;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import noroshi.membership.Belonging;
import noroshi.membership.Circle;
import noroshi.membership.Invitations;
import noroshi.membership.Members;
import noroshi.membership.NewInvitation;
import noroshi.membership.Newcomer;
import noroshi.shared.Role;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class JoiningEverybodyTests {
    @Autowired
    Invitations invitations;

    @Autowired
    Admissions admissions;

    @Autowired
    Members members;

    @Test
    void aNewcomerJoinsTheCommunityOfAllOnce() {
        var link = invitations.invite(
                new NewInvitation(RAILWAY, "新人", "everybody@new.example", Set.of(Role.MEMBER_USER)), RIN);
        var person = invitations.take(link, new Newcomer("everybody1", "新人", "", Locale.JAPANESE));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(members.belongings(person, Circle.COMMUNITY))
                        .extracting(Belonging::principal)
                        .containsExactly(ALL));
        admissions.joinEverybody(members.actor(person, "job").orElseThrow());
        assertThat(members.belongings(person, Circle.COMMUNITY)).hasSize(1);
    }
}
