package noroshi.intel.mailbox;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Dropped;
import noroshi.intel.life.Papers;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Mail that is too much is put aside, or stays where it is, and the rest is read. */
@WholeHouse
class BoundingVisitsTests {
    @Autowired
    DropBox box;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MailboxStore store;

    @Autowired
    Mailbox mailbox;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    private Visits visits;

    private final String sender = Visits.sender();
    private final ImapPeer peer = new ImapPeer();

    @Autowired
    void visit(AutowireCapableBeanFactory beans) {
        visits = beans.createBean(Visits.class);
    }

    @AfterEach
    void end() {
        peer.close();
        visits.waiting(sender, ED).forEach(each -> box.discard(each.id(), ED));
    }

    @Test
    void aMailThatTakesMoreThanThereIsIsPutAside() {
        var broken = mock(DropBox.class, asked -> {
            throw new StackOverflowError();
        });
        peer.receive(Visits.mail(sender, "much", "", Papers.name()));
        peer.receive(Visits.mail(Visits.sender(), "stranger", "", Papers.name()));
        var visit = new Visits(store, broken, mailbox, transaction, events, clock).round(peer, sender);
        assertThat(visit.trouble()).contains(Trouble.OURS);
        assertThat(visit.words()).isEqualTo("StackOverflowError");
        assertThat(peer.in("Noroshi-refused")).hasSize(2);
        assertThat(peer.in("INBOX")).isEmpty();
    }

    @Test
    void whatIsTooLargeOrTooManyIsPutAsideWithItsReason() {
        var large = Visits.mail(sender, "large", "", "x".repeat(LetterReader.LARGEST));
        peer.receive(large);
        visits.round(peer, sender);
        assertThat(visits.refused(sender))
                .get()
                .extracting(Mailbox.Returned::why)
                .isEqualTo(Refused.TOO_LARGE);
        assertThat(peer.heard()).as("of it the beginning").anyMatch(command -> command.contains("<0." + Head.LARGEST));
        peer.whims(command -> command.startsWith("FETCH")
                ? "* 1 FETCH (UID 2 RFC822.SIZE 100)\r\nN5 OK a lie\r\n"
                : ImapPeer.PROPERLY);
        peer.receive(large);
        visits.round(peer, sender);
        assertThat(peer.in("Noroshi-refused")).hasSize(2);
        peer.whims(command -> ImapPeer.PROPERLY);
        var parts = "\n--b\n\nx".repeat(200);
        peer.receive(Visits.mail(sender, "many", "Content-Type: multipart/mixed; boundary=b", parts));
        visits.round(peer, sender);
        assertThat(visits.refused(sender))
                .get()
                .extracting(Mailbox.Returned::why)
                .isEqualTo(Refused.TOO_MANY);
        var above = Visits.mail(
                sender, "above", "Content-Type: multipart/mixed; boundary=b", "--b\n" + "a:\n".repeat(500_000));
        peer.receive(above);
        visits.round(peer, sender);
        assertThat(visits.refused(sender))
                .get()
                .extracting(Mailbox.Returned::why)
                .isEqualTo(Refused.TOO_MANY);
        peer.receive(Visits.mail(sender, "nothing", "", "good morning"));
        visits.round(peer, sender);
        assertThat(visits.refused(sender))
                .get()
                .extracting(Mailbox.Returned::why)
                .isEqualTo(Refused.NOTHING);
        assertThat(peer.in("INBOX")).isEmpty();
        assertThat(mvc.get().uri("/intel/drop").with(as(ED))).bodyText().contains("15 MB を超えています。", "large");
    }

    @Test
    void whatHasNoRoomStaysOnTheServer() {
        var files = List.of(new Letter.File("a", new byte[] {'a'}), new Letter.File("b", new byte[] {'b'}));
        for (var n = 0; n < 100; n++) {
            var digest = Head.sha256().digest((sender + n).getBytes(StandardCharsets.UTF_8));
            var letter = new Letter(sender, "a", digest, Optional.empty(), files, List.of(), Optional.empty());
            store.came(letter, clock.instant());
        }
        peer.receive(Visits.mail(sender, "late", "", Papers.name()));
        assertThat(visits.round(peer, sender).trouble()).contains(Trouble.FULL);
        assertThat(peer.in("INBOX")).hasSize(1);
        visits.waiting(sender, ED).forEach(each -> box.discard(each.id(), ED));
        assertThat(visits.round(peer, sender).trouble()).isEmpty();
        assertThat(visits.waiting(sender, ED)).extracting(Dropped::name).containsExactly("late");
    }
}
