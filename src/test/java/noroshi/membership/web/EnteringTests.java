package noroshi.membership.web;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.List;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // ends sessions: a house of its own
class EnteringTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutASessionEveryPageLeadsToTheDoor() {
        assertThat(mvc.get().uri("/members?q=x"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/sign-in?next=%2Fmembers%3Fq%3Dx");
    }

    @Test
    void whatWasWrittenOutlivesTheSession() {
        assertThat(mvc.post().uri("/topics").param("title", "報告").with(nobody()))
                .hasForwardedUrl("/sign-in/lost");
        assertThat(mvc.post()
                        .uri("/sign-in/lost")
                        .requestAttr(RequestDispatcher.FORWARD_REQUEST_URI, "/topics")
                        .param("title", "「標的型」の<b>報告")
                        .param("audience", "rail", "lobby")
                        .with(nobody()))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .bodyText()
                .contains("action=\"/topics\"", "「標的型」の&lt;b>報告", "value=\"rail\"", "value=\"lobby\"");
    }

    @Test
    void thePageThatKeepsItIsNotAPlaceToGo() {
        assertThat(mvc.get().uri("/sign-in/lost")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void machinesAreToldPlainly() {
        assertThat(mvc.get().uri("/members").header("Accept", "application/json"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("WWW-Authenticate", "Bearer");
    }

    @Test
    void aMachineThatWritesWithoutATokenIsToldSo() {
        for (var path : List.of("/api/v1/indicators/sightings", "/api/v1/nothing")) {
            assertThat(mvc.post().uri(path).contentType("application/json").content("{}"))
                    .hasStatus(HttpStatus.UNAUTHORIZED)
                    .hasHeader("WWW-Authenticate", "Bearer");
            assertThat(mvc.delete().uri(path))
                    .hasStatus(HttpStatus.UNAUTHORIZED)
                    .hasHeader("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void theDoorIsOpen() {
        assertThat(mvc.get().uri("/sign-in")).hasStatusOk().bodyText().contains("サインイン");
    }

    @Test
    void aSignedInPersonGetsFurther() {
        assertThat(mvc.get().uri("/nowhere").with(as(MIKA))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theDemoDoorIsNotThereWithoutTheDemoWorld() {
        assertThat(mvc.post().uri("/sign-in/demo").param("person", "mika").with(nobody()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void wrongCredentialsKeepTheLoginAndNothingElse() {
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("login", "mika")
                        .param("password", "a-secret-of-mine")
                        .param("code", "123456")
                        .with(nobody()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"mika\"")
                .doesNotContain("a-secret-of-mine");
    }

    @Test
    void aChangeFromAnotherSiteIsRefused() {
        assertThat(mvc.post().uri("/sign-out").with(as(MIKA)).header("Sec-Fetch-Site", "cross-site"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void signingOutEndsTheSession() {
        var cookie = new jakarta.servlet.http.Cookie("session", "a-session-of-its-own");
        jdbc.sql("""
                insert into membership.session (token, person, organisation, factors, ends_at)
                values (sha256('a-session-of-its-own'::bytea), :person, :organisation, '{PASSKEY}', now() + interval '1 day')
                """)
                .param("person", MIKA.person())
                .param("organisation", MIKA.organisation())
                .update();
        assertThat(mvc.get().uri("/nowhere").cookie(cookie)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/sign-out").with(nobody()).cookie(cookie)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/nowhere").cookie(cookie)).hasStatus(HttpStatus.SEE_OTHER);
    }
}
