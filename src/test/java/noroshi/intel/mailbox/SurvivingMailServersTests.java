package noroshi.intel.mailbox;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Dropped;
import noroshi.intel.life.Papers;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A mail server that hangs, lies or breaks off is survived in its time, and the page says what is wrong. */
@WholeHouse
class SurvivingMailServersTests {
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    static Path folder;

    @Autowired
    DropBox box;

    @Autowired
    MockMvcTester mvc;

    private Visits visits;

    private final String sender = Visits.sender();
    private ImapPeer peer = new ImapPeer();

    @Autowired
    void visit(AutowireCapableBeanFactory beans) {
        visits = beans.createBean(Visits.class);
    }

    @AfterEach
    void end() {
        peer.close();
        visits.waiting(sender, ED).forEach(each -> box.discard(each.id(), ED));
    }

    static Stream<Arguments> whims() {
        return Stream.of(
                Arguments.of("greeting", ImapPeer.SAY_NOTHING, Trouble.SLOW),
                Arguments.of("greeting", ImapPeer.SAY_ALL, Trouble.NOT_IMAP),
                Arguments.of("greeting", ImapPeer.HANG_UP, Trouble.BROKEN_OFF),
                Arguments.of("greeting", "HTTP/1.1 400 Bad Request\r\n", Trouble.NOT_IMAP),
                Arguments.of("greeting", "* BYE too busy\r\n", Trouble.REFUSED),
                Arguments.of("AUTHENTICATE", "N2 NO wrong\r\n", Trouble.NOT_LET_IN),
                Arguments.of("AUTHENTICATE", "* BYE " + ImapPeer.PASSWORD + "\r\n", Trouble.BROKEN_OFF),
                Arguments.of("AUTHENTICATE", ImapPeer.PASSWORD + "\r\n", Trouble.NOT_IMAP),
                Arguments.of("AUTHENTICATE", "N2 OK in\r\n" + ImapPeer.PASSWORD + "\r\n", Trouble.NOT_IMAP),
                Arguments.of("SELECT", "N4 NO no such folder\r\n", Trouble.REFUSED),
                Arguments.of("SELECT", "* BYE\r\n", Trouble.BROKEN_OFF),
                Arguments.of("SELECT", "* 1 EXISTS {2147483647}\r\n", Trouble.NOT_IMAP),
                Arguments.of("SELECT", "* OK x\r\n".repeat(3_000), Trouble.NOT_IMAP),
                Arguments.of("FETCH", ImapPeer.SAY_ALL, Trouble.NOT_IMAP),
                Arguments.of("FETCH", "+ go on\r\n", Trouble.NOT_IMAP),
                Arguments.of("UID FETCH", "* 1 FETCH (UID 1 BODY[]<0> {2000000000}\r\n", Trouble.NOT_IMAP),
                Arguments.of("UID FETCH", ImapPeer.SAY_NOTHING, Trouble.SLOW),
                Arguments.of("UID FETCH", "* 1 FETCH (UID 1 BODY[]<0> {10}\r\nabc", Trouble.SLOW),
                Arguments.of("UID MOVE", ImapPeer.HANG_UP, Trouble.BROKEN_OFF));
    }

    @ParameterizedTest
    @MethodSource("whims")
    void aServerWithAWhimIsSurvivedAndReadLater(String when, String whim, Trouble trouble) {
        peer.receive(Visits.mail(sender, "later", "", Papers.name()));
        peer.whims(command -> command.startsWith(when) ? whim : ImapPeer.PROPERLY);
        var patience = trouble == Trouble.SLOW ? SHORT : Duration.ofMinutes(2);
        var visit = visits.round(Visits.settings(peer.port(), patience, "", sender));
        assertThat(visit.trouble()).contains(trouble);
        assertThat(visit.words()).doesNotContain(ImapPeer.PASSWORD);
        assertThat(peer.in("INBOX")).hasSize(1);
        peer.whims(command -> ImapPeer.PROPERLY);
        assertThat(visits.round(peer, sender).trouble()).isEmpty();
        assertThat(visits.waiting(sender, ED)).extracting(Dropped::name).containsExactly("later");
        assertThat(peer.in("INBOX")).isEmpty();
    }

    @Test
    void aServerThatAnnouncesVeryMuchGetsNoMoreThanWasAskedFor() {
        peer.whims(command -> command.startsWith("SELECT")
                ? "* 2147483647 EXISTS\r\n* 2147483647 RECENT\r\nN4 OK done\r\n"
                : command.startsWith("FETCH") ? "N5 OK none\r\n" : ImapPeer.PROPERLY);
        assertThat(visits.round(peer, sender).trouble()).isEmpty();
        assertThat(peer.heard()).contains("FETCH 1:20 (UID RFC822.SIZE)");
    }

    @Test
    void whatTheServerSaysNoToKeepsNoOtherWaiting() {
        peer.receive(Visits.mail(sender, "first", "", Papers.name()));
        peer.receive(Visits.mail(sender, "second", "", Papers.name()));
        peer.whims(command -> command.startsWith("UID FETCH 1 ") ? "N6 NO it is broken\r\n" : ImapPeer.PROPERLY);
        var visit = visits.round(peer, sender);
        assertThat(visit.trouble()).contains(Trouble.REFUSED);
        assertThat(visit.words()).contains("it is broken");
        assertThat(visits.waiting(sender, ED)).extracting(Dropped::name).containsExactly("second");
        assertThat(mvc.get().uri("/intel/drop").with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("問題あり", "メールサーバーが断りました。", "it is broken");
    }

    @Test
    void aServerThatMovesNothingAndKnowsNoEncryptedWordsIsUnderstood() {
        peer.can("IMAP4rev1 UIDPLUS");
        peer.receive(Visits.mail(sender, "old", "", Papers.name()));
        assertThat(visits.round(peer, sender).trouble()).isEmpty();
        assertThat(peer.heard()).contains("LOGIN \"reader\" \"pass \\\"word\\\"\"");
        assertThat(peer.in("Noroshi-taken")).hasSize(1);
        assertThat(peer.in("INBOX")).isEmpty();
    }

    @Test
    void aServerThatCopiesAndTakesNothingAwayIsAskedOnce() {
        peer.can("IMAP4rev1 UIDPLUS");
        peer.receive(Visits.mail(sender, "one", "", Papers.name()));
        peer.receive(Visits.mail(sender, "other", "", Papers.name()));
        peer.whims(command -> command.startsWith("UID STORE") ? "N10 NO for reading alone\r\n" : ImapPeer.PROPERLY);
        var visit = visits.round(peer, sender);
        assertThat(visit.trouble()).contains(Trouble.REFUSED);
        assertThat(visit.words()).contains("for reading alone");
        assertThat(peer.in("Noroshi-taken")).hasSize(1);
        assertThat(peer.heard())
                .filteredOn(command -> command.startsWith("STORE"))
                .hasSize(1);
        assertThat(peer.heard()).noneMatch(command -> command.startsWith("COPY 2"));
    }

    @Test
    void withoutSendersOrSecretNobodyIsAsked() throws IOException {
        assertThat(visits.round(peer).trouble()).contains(Trouble.NOBODY_LISTED);
        var settings = Visits.settings(peer.port(), SHORT, "", sender);
        var unread = new MailboxSettings(
                settings.host(),
                settings.port(),
                settings.security(),
                settings.user(),
                "",
                folder.resolve("missing").toString(),
                settings.folder(),
                settings.taken(),
                settings.refused(),
                settings.senders(),
                "",
                SHORT);
        assertThat(visits.round(unread).trouble()).contains(Trouble.NO_SECRET);
        assertThat(peer.heard()).isEmpty();
        int nobody;
        try (var gone = new ServerSocket(0)) {
            nobody = gone.getLocalPort();
        }
        assertThat(visits.round(Visits.settings(nobody, Duration.ofMinutes(1), "", sender))
                        .trouble())
                .contains(Trouble.UNREACHABLE);
    }

    @Test
    void onlyAServerThatShowsItsCertificateIsTold() throws Exception {
        peer.receive(Visits.mail(sender, "plain", "", Papers.name()));
        assertThat(encrypted(new Certificates(folder).pair("localhost")).trouble())
                .as("it speaks in the clear")
                .contains(Trouble.UNTRUSTED);
        for (var name : new String[] {"other.example", "localhost"}) {
            var keys = new Certificates(folder).pair(name);
            try (var sealed = new ImapPeer(Certificates.context(keys).getServerSocketFactory())) {
                peer.close();
                peer = sealed;
                sealed.receive(Visits.mail(sender, name, "", Papers.name()));
                var visit = encrypted(keys);
                if (name.equals("localhost")) {
                    assertThat(visit.trouble()).isEmpty();
                } else {
                    assertThat(visit.trouble()).contains(Trouble.UNTRUSTED);
                    assertThat(sealed.heard()).isEmpty();
                }
            }
        }
        assertThat(visits.waiting(sender, ED)).extracting(Dropped::name).containsExactly("localhost");
    }

    private Mailbox.Visit encrypted(KeyStore keys) throws Exception {
        var settings = Visits.settings(peer.port(), MailboxSettings.Security.TLS, Duration.ofMinutes(1), "", sender);
        return visits.round(settings, Optional.of(Certificates.context(keys).getSocketFactory()));
    }
}
