package noroshi.membership;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A name is seen as it is written, wherever one is given. */
@WholeHouse
class NamingTests {
    private static final String REFUSED = "名前に見えない文字";

    @Autowired
    Profiles profiles;

    @Autowired
    Invitations invitations;

    @Autowired
    Organisations organisations;

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"美\u202E香", "美\u0007香", "美\u200F香", "美\u200B香", "美\n香", "\u2067美香"})
    void whatNobodySeesStandsInNoName(String name) {
        assertThatThrownBy(() -> invitations.invite(
                        new NewInvitation(RAILWAY, name, "someone@member.example", Set.of(Role.MEMBER_USER)), RIN))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> organisations.found(
                        new NewOrganisation("unseen", name, "Unseen", Organisation.Part.MEMBER, ""), ADA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> organisations.found(
                        new NewOrganisation("unseen", "見える", name, Organisation.Part.MEMBER, ""), ADA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> organisations.rename(
                        RAILWAY, name, "Toto Railway", new Contact("", false, Contact.Shown.CENTRE), RIN))
                .isInstanceOf(RuleBroken.class);
        var link = invitations.invite(
                new NewInvitation(RAILWAY, "新人", "someone@member.example", Set.of(Role.MEMBER_USER)), RIN);
        assertThatThrownBy(() -> invitations.take(link, new Newcomer("unseen-one", name, "", Locale.JAPANESE)))
                .isInstanceOf(RuleBroken.class);
        assertThat(mvc.post()
                        .uri("/apply")
                        .param("organisation", "見える会")
                        .param("organisationEn", "Seen")
                        .param("applicant", name)
                        .param("email", "someone@member.example")
                        .param("reason", "参加したい")
                        .with(nobody()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(REFUSED, "見える会");
    }

    @Test
    void theProfileRefusesThemAndSaysTheLimit() {
        var seen = profiles.mine(MIKA).seen().digest();
        for (var field : Set.of("name", "kana", "nameEn", "titleJa")) {
            var request = mvc.post().uri("/settings/profile").with(as(MIKA)).param("seen", seen);
            if (!field.equals("name")) {
                request = request.param("name", "Mika");
            }
            assertThat(request.param(field, "ab\u202Ecd"))
                    .as(field)
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains(REFUSED);
        }
        assertThat(mvc.post()
                        .uri("/settings/profile")
                        .with(as(MIKA))
                        .param("seen", seen)
                        .param("name", "長".repeat(101)))
                .bodyText()
                .contains(">100文字以内で入力してください");
        assertThat(mvc.post()
                        .uri("/settings/profile")
                        .with(as(MIKA))
                        .param("seen", seen)
                        .param("name", "\u3164"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("名前を入力してください");
    }

    @Test
    void onlyRolesThatCanBeGivenThereAreOffered() {
        assertThat(mvc.get().uri("/organisations/" + RAILWAY).with(as(ADA)))
                .bodyText()
                .contains("value=\"ORG_ADMIN\"")
                .doesNotContain("value=\"EDITOR\"", "value=\"APPROVER\"", "value=\"WATCH_OFFICER\"");
        assertThat(mvc.get().uri("/members/" + MIKA.person()).with(as(ADA)))
                .bodyText()
                .contains("value=\"ORG_ADMIN\"")
                .doesNotContain("value=\"EDITOR\"");
        assertThat(mvc.get().uri("/organisations/" + CENTRE).with(as(ADA)))
                .bodyText()
                .contains("value=\"EDITOR\"");
    }
}
