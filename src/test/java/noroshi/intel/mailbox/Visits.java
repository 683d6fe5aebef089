package noroshi.intel.mailbox;

import static noroshi.testing.Cast.ED;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Dropped;
import noroshi.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Visits to a mailbox of a test's own. */
class Visits {
    private final MailboxStore store;
    private final DropBox box;
    private final Mailbox mailbox;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Visits(
            MailboxStore store,
            DropBox box,
            Mailbox mailbox,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.box = box;
        this.mailbox = mailbox;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    static String sender() {
        return "soc@" + UUID.randomUUID() + ".example";
    }

    static MailboxSettings settings(int port, Duration patience, String checkedBy, String... senders) {
        return settings(port, MailboxSettings.Security.NONE, patience, checkedBy, senders);
    }

    static MailboxSettings settings(
            int port, MailboxSettings.Security security, Duration patience, String checkedBy, String... senders) {
        return new MailboxSettings(
                "localhost",
                port,
                security,
                "reader",
                ImapPeer.PASSWORD,
                "",
                "INBOX",
                "Noroshi-taken",
                "Noroshi-refused",
                List.of(senders),
                checkedBy,
                patience);
    }

    /** One round, and how it ended. */
    Mailbox.Visit round(ImapPeer peer, String... senders) {
        return round(settings(peer.port(), Duration.ofMinutes(1), "", senders));
    }

    Mailbox.Visit round(MailboxSettings settings) {
        return round(settings, Optional.empty());
    }

    Mailbox.Visit round(MailboxSettings settings, Optional<SSLSocketFactory> tls) {
        new ReadMailbox(settings, store, box, transaction, events, clock, tls).run();
        return mailbox.state(ED).last().orElseThrow();
    }

    /** What waits of this sender. */
    List<Dropped> waiting(String sender, Actor actor) {
        return box.mailed(actor).stream()
                .filter(each -> each.mail().orElseThrow().sender().equals(sender))
                .toList();
    }

    /** Why the newest mail of this sender was not taken. */
    Optional<Mailbox.Returned> refused(String sender) {
        return mailbox.state(ED).refused().stream()
                .filter(each -> each.sender().equals(sender))
                .findFirst();
    }

    /** A bundle of one object, with more properties. */
    static String bundle(String marking) {
        return """
                {"type": "bundle", "id": "bundle--%1$s", "objects": [{"type": "malware", "spec_version": "2.1",
                 "id": "malware--%1$s", "created": "2026-07-01T00:00:00Z", "modified": "2026-07-01T00:00:00Z",
                 "name": "fox", "is_family": false%2$s}]}""".formatted(UUID.randomUUID(), marking);
    }

    /** A mail in words, as servers keep it. */
    static byte[] mail(String sender, String subject, String more, String words) {
        return """
                Received: from somewhere by somebody; %s
                Message-ID: <%s@partner.example>
                Date: Fri, 3 Jul 2026 10:00:00 +0900
                From: Some Body <%s>
                To: indicators@jisp.example
                Subject: %s
                %s

                %s
                """.formatted(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        sender,
                        subject,
                        more.isEmpty() ? "MIME-Version: 1.0" : more,
                        words)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A mail with words and a file. */
    static byte[] attaching(String sender, String subject, String words, String name, String type, String file) {
        return mail(sender, subject, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"", """
                --b
                Content-Type: text/plain; charset=utf-8

                %s
                --b
                Content-Type: %s
                Content-Disposition: attachment; filename="%s"

                %s
                --b--""".formatted(
                        words, type, name, file));
    }
}
