package noroshi.notification;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Without a mail server nothing leaves: a demonstration keeps what would have, for its administrator to read. */
class KeepingMailTests extends MailTests {
    @Autowired
    MailStore mails;

    @Autowired
    LetterDesk desk;

    @Autowired
    NotificationSettings settings;

    @Autowired
    java.time.Clock clock;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void nothingWaits() {
        byOwner("update notification.mail set state = 'dropped', done_at = now() where state = 'waiting'");
    }

    @Test
    void theAdministratorOfADemonstrationReadsWhatWouldHaveLeft() {
        var mail = kept("見せるための知らせ", true);
        assertThat(mvc.get().uri("/notifications/outbox?show=kept").with(as(ADA)))
                .bodyText()
                .contains("/notifications/outbox/" + mail);
        assertThat(mvc.get().uri("/notifications/outbox/" + mail).with(as(ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("見せるための知らせ", "/notifications/")
                .doesNotContain("本文-4b1e");
        for (var other : List.of(DANA, SORA, MIKA, OTTO)) {
            assertThat(mvc.get().uri("/notifications/outbox/" + mail).with(as(other)))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void elsewhereItIsNotKept() {
        var mail = kept("だれにも見せない知らせ", false);
        assertThat(mvc.get().uri("/notifications/outbox/" + mail).with(as(ADA))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(outbox.list(Optional.of(Dispatch.State.KEPT), new Window(0, 100), ADA))
                .filteredOn(it -> it.id().equals(mail))
                .singleElement()
                .matches(it -> !it.letter());
    }

    private UUID kept(String title, boolean readable) {
        post(title, Tlp.GREEN, Set.of(SORA.person()), KEI);
        rightNow.spread();
        var delivery = new Delivery(mails, desk, new KeepMail(mails, readable), settings, clock);
        var claimed = mails.claim(clock.instant().plusSeconds(60), 10);
        assertThat(claimed).hasSize(1);
        delivery.carry(new java.util.ArrayDeque<>(claimed));
        assertThat(peer.taken()).isEmpty();
        return claimed.getFirst().id();
    }
}
