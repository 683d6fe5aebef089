package noroshi.intel.mailbox;

import static noroshi.testing.Cast.ED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Dropped;
import noroshi.intel.life.Papers;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A server that is first spoken to in the clear hears nothing but that it should begin to speak TLS. */
@WholeHouse
class StartingTlsTests {
    @TempDir
    static Path folder;

    @Autowired
    DropBox box;

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

    private Mailbox.Visit round() throws Exception {
        var settings =
                Visits.settings(peer.port(), MailboxSettings.Security.STARTTLS, Duration.ofMinutes(1), "", sender);
        var keys = new Certificates(folder).pair("localhost");
        return visits.round(settings, Optional.of(Certificates.context(keys).getSocketFactory()));
    }

    private void upgrades(String name, String between) throws Exception {
        peer.upgrades(Certificates.context(new Certificates(folder).pair(name)), between);
    }

    @Test
    void whatIsSecretIsSaidBehindIt() throws Exception {
        upgrades("localhost", "");
        peer.receive(Visits.mail(sender, "sealed", "", Papers.name()));
        assertThat(round().trouble()).isEmpty();
        assertThat(visits.waiting(sender, ED)).extracting(Dropped::name).containsExactly("sealed");
        assertThat(peer.heard()).startsWith("STARTTLS", "CAPABILITY", "AUTHENTICATE PLAIN");
    }

    @Test
    void aServerThatDoesNotWantToHearsNothingMore() throws Exception {
        peer.receive(Visits.mail(sender, "clear", "", Papers.name()));
        var visit = round();
        assertThat(visit.trouble()).contains(Trouble.UNTRUSTED);
        assertThat(visit.words()).contains("BAD what");
        assertThat(peer.heard()).containsExactly("STARTTLS");
        assertThat(peer.in("INBOX")).hasSize(1);
    }

    @Test
    void oneThatShowsAnothersCertificateHearsNothingMore() throws Exception {
        upgrades("other.example", "");
        assertThat(round().trouble()).contains(Trouble.UNTRUSTED);
        assertThat(peer.heard()).containsExactly("STARTTLS");
    }

    /** Somebody on the way says it in the clear, to be heard as the server's own once the line is sealed. */
    @ParameterizedTest
    @ValueSource(
            strings = {"N2 OK done\r\n", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nN2 OK done\r\n", "* BYE\r\n", "x", "\r\n"
            })
    void whatWasSaidBeforeTheLineWasSealedIsRefused(String between) throws Exception {
        upgrades("localhost", between);
        peer.receive(Visits.mail(sender, "sealed", "", Papers.name()));
        assertThat(round().trouble()).contains(Trouble.UNTRUSTED);
        assertThat(peer.heard()).containsExactly("STARTTLS");
        assertThat(visits.waiting(sender, ED)).isEmpty();
    }

    /** Whoever is signed in before TLS would be somebody else's reader (RFC 9051 section 11.1). */
    @ParameterizedTest
    @ValueSource(strings = {"* PREAUTH welcome\r\n", "* OK peer\r\n* CAPABILITY AUTH=PLAIN\r\n+ go on\r\n"})
    void aGreetingThatGoesFurtherEndsTheVisit(String greeting) throws Exception {
        upgrades("localhost", "");
        peer.whims(command -> command.equals("greeting") ? greeting : ImapPeer.PROPERLY);
        assertThat(round().trouble()).contains(Trouble.NOT_IMAP);
        assertThat(peer.heard()).noneMatch(command -> command.startsWith("AUTHENTICATE"));
    }
}
