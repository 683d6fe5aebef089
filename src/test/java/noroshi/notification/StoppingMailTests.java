package noroshi.notification;

import static noroshi.testing.Cast.SORA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** One click as a mail provider does it (RFC 8058): without a session, without a form's token, from nowhere of ours. */
class StoppingMailTests extends MailTests {
    private static final String CLICK = "List-Unsubscribe=One-Click";

    @Autowired
    MockMvcTester mvc;

    @Test
    void theAddressInTheMailStopsItAndLookingAtItDoesNot() throws Exception {
        var mail = about(important(SORA)).getFirst();
        var address = mail.header("List-Unsubscribe").replaceAll("^<https?://[^/]*(/.*)>$", "$1");
        assertThat(address).startsWith("/stop-mail/");

        assertThat(mvc.get().uri(address).exchange()).hasStatusOk();
        assertThat(preferences.mine(SORA).mail())
                .as("programs look at every link")
                .isEqualTo(Preference.Mail.DIRECT);

        for (int twice = 0; twice < 2; twice++) {
            assertThat(mvc.post()
                            .uri(address)
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content(CLICK)
                            .exchange())
                    .hasStatusOk();
            assertThat(preferences.mine(SORA).mail()).isEqualTo(Preference.Mail.MUST);
        }
        assertThat(preferences.mine(SORA).digest())
                .as("which was not asked for")
                .isTrue();
        peer.taken().clear();
        assertThat(about(important(SORA))).isEmpty();

        assertThat(mvc.post().uri(address.replaceAll("/mail$", "/everything")).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
