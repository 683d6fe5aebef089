package noroshi.membership.web;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.SPORTS;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import noroshi.insight.Records;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.shared.Role;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever sits in two organisations changes over from any page, without a script. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=SwitchingSeatsTests") // gives somebody a second seat: a house of its own
class SwitchingSeatsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Invitations invitations;

    @Autowired
    Environment environment;

    @Test
    void theAccountMenuOffersTheOtherSeats() {
        assertThat(mvc.get().uri("/").with(as(SORA))).bodyText().doesNotContain("別の席にする");
        var link = invitations.invite(
                new NewInvitation(SPORTS, "三浦", "miura@member.example", Set.of(Role.MEMBER_USER)), ADA);
        invitations.take(link, MIKA);
        assertThat(mvc.get().uri("/communities").with(as(MIKA)))
                .bodyText()
                .contains("別の席にする", "action=\"/settings/seat\"", "value=\"" + SPORTS + "\"");

        assertThat(mvc.post()
                        .uri("/settings/seat")
                        .param("organisation", SPORTS.toString())
                        .with(as(MIKA)))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/");
        assertThat(mvc.get().uri("/communities").with(as(MIKA)))
                .bodyText()
                .contains("value=\"" + MIKA.organisation() + "\"")
                .doesNotContain("name=\"organisation\" value=\"" + SPORTS + "\"");
        assertThat(new Records(environment).audited("session.seat-changed", SPORTS))
                .isEqualTo(1);
    }
}
