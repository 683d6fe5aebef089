package noroshi.membership.web;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SPORTS;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.regex.Pattern;
import noroshi.membership.FirstAdministrator;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // ends sessions: a house of its own
class AdministeringTests {
    private static final Pattern LINK = Pattern.compile("(/invitations/[A-Za-z0-9_-]+)<");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FirstAdministrator first;

    @Test
    void theCentreSeesAllOrganisationsAndOthersTheirOwn() {
        assertThat(mvc.get().uri("/members?q=鉄道").with(as(ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("東都鉄道")
                .doesNotContain("海浜電力");
        assertThat(mvc.get().uri("/members?q=no-such-organisation").with(as(ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("条件に合う組織はありません");
        assertThat(mvc.get().uri("/members").with(as(MIKA)))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/organisations/" + RAILWAY);
        assertThat(mvc.get().uri("/organisations/" + RAILWAY).with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .contains("Rin")
                .doesNotContain("招待リンクを作る");
        assertThat(mvc.get().uri("/organisations/" + RAILWAY).with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/organisations/" + SPORTS).with(as(RIN))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void everyPageOfOursOpens() {
        for (var path : new String[] {
            "/members",
            "/members/applications",
            "/members/recoveries",
            "/organisations/new",
            "/organisations/" + RAILWAY,
            "/members/" + MIKA.person(),
            "/settings"
        }) {
            assertThat(mvc.get().uri(path).with(as(ADA))).as(path).hasStatusOk();
        }
        for (var path : new String[] {"/apply", "/apply/thanks", "/recovery", "/sign-in"}) {
            assertThat(mvc.get().uri(path)).as(path).hasStatusOk();
        }
        for (var path : new String[] {"/invitations/x", "/recovery/x", "/setup/x"}) {
            assertThat(mvc.get().uri(path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(mvc.get().uri("/settings").with(as(RIN)))
                .hasStatusOk()
                .bodyText()
                .contains("APIトークン");
        assertThat(mvc.get().uri("/settings").with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("APIトークン");
    }

    @Test
    void whatWasTypedWrongComesBackWithAReason() {
        assertThat(mvc.post()
                        .uri("/organisations/" + RAILWAY + "/invitations")
                        .param("name", "新井 幹")
                        .param("email", "not-an-address")
                        .with(as(RIN)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("新井 幹", "メールアドレスの形で");
        assertThat(mvc.post()
                        .uri("/apply")
                        .param("reason", "<script>alert(1)</script>")
                        .with(nobody()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .doesNotContain("<script>alert(1)");
    }

    /** From the link to the first page: the newcomer sees nothing before there is a real way to sign in. */
    @Test
    void anInvitedPersonRegistersBeforeReading() {
        var made = mvc.post()
                .uri("/organisations/" + RAILWAY + "/invitations")
                .param("name", "新井 幹")
                .param("email", "arai@member.example")
                .param("roles", "MEMBER_USER")
                .with(as(RIN))
                .exchange();
        assertThat(made).hasStatus(HttpStatus.CREATED);
        var matcher = LINK.matcher(body(made));
        assertThat(matcher.find()).isTrue();
        var link = matcher.group(1);
        assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains("新井 幹", "東都鉄道");
        var taken = mvc.post()
                .uri(link)
                .param("name", "新井 幹")
                .param("login", "arai")
                .with(nobody())
                .exchange();
        assertThat(taken).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/welcome");
        var session = Objects.requireNonNull(taken.getResponse().getCookie("session"));
        assertThat(mvc.get().uri("/welcome").cookie(session))
                .hasStatusOk()
                .bodyText()
                .contains("arai");
        for (var path : new String[] {"/", "/members"}) {
            assertThat(mvc.get().uri(path).cookie(session))
                    .hasStatus(HttpStatus.SEE_OTHER)
                    .hasHeader("Location", "/welcome");
        }
        assertThat(
                        mvc.post()
                                .uri("/topics")
                                .cookie(session)
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri(link)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void someoneElsesIdsLeadNowhere() {
        var seat = jdbc.sql("select id from membership.seat where person = :person")
                .param("person", RIN.person())
                .query(java.util.UUID.class)
                .single();
        var path = "/members/" + OTTO.person() + "/seats/" + seat;
        assertThat(mvc.post().uri(path + "/roles").param("roles", "MEMBER_USER").with(as(OTTO)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri(path + "/end").with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri(path + "/window").param("hold", "false").with(as(MIKA)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post()
                        .uri("/settings/seat")
                        .param("organisation", SPORTS.toString())
                        .with(as(MIKA)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/members/" + MIKA.person() + "/standing")
                        .param("status", "withdrawn")
                        .with(as(OTTO)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void everyChangeNeedsTheFormToken() {
        for (var path : new String[] {
            "/settings/profile",
            "/settings/tokens",
            "/organisations",
            "/sign-out",
            "/sign-in",
            "/apply",
            "/settings/sessions/end",
            "/sign-in/passkey/question"
        }) {
            assertThat(mvc.post().uri(path).cookie(new Cookie("session", "test-session-" + ADA.person())))
                    .as(path)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void theFirstStartsLinkIsNotOfferedWhereSomebodyAdministers() {
        assertThat(first.link()).isEmpty();
    }
}
