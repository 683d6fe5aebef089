package noroshi.intel.mailbox;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.DropsWait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Empties the mailbox: each mail is kept in one transaction and moved away after it. What breaks off in between finds the
 * mail again, and knows it.
 */
@Component
class ReadMailbox {
    private static final Logger LOG = LoggerFactory.getLogger(ReadMailbox.class);
    private static final int AT_ONCE = 20;
    private static final int MOST_THINGS = 200;
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final MailboxSettings settings;
    private final MailboxStore store;
    private final LetterReader reader;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Optional<SSLSocketFactory> tls;

    @Autowired
    ReadMailbox(
            MailboxSettings settings,
            MailboxStore store,
            DropBox box,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this(settings, store, box, transaction, events, clock, Optional.empty());
    }

    /** Trusts whom {@code tls} trusts; else whom the machine trusted when it was first asked: a renewed store counts after a restart. */
    ReadMailbox(
            MailboxSettings settings,
            MailboxStore store,
            DropBox box,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock,
            Optional<SSLSocketFactory> tls) {
        this.settings = settings;
        this.store = store;
        this.reader = new LetterReader(settings, box);
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.tls = tls;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT45S")
    public void run() {
        if (!settings.on()) {
            return;
        }
        var fault = visit();
        fault.ifPresent(each -> LOG.warn("the mailbox was not read to its end: {}", each.getMessage()));
        transaction.executeWithoutResult(status -> store.tried(clock.instant(), fault));
    }

    private Optional<Fault> visit() {
        if (settings.senders().isEmpty()) {
            return Optional.of(new Fault(Trouble.NOBODY_LISTED, ""));
        }
        try (var line = ImapLine.open(settings, secret(), trust())) {
            Optional<Fault> first = Optional.empty();
            for (var entry : line.oldest(settings.folder(), AT_ONCE)) {
                var fault = take(line, entry);
                first = first.or(() -> fault);
            }
            return first;
        } catch (Fault fault) {
            return Optional.of(fault);
        } catch (RuntimeException | VirtualMachineError ours) {
            LOG.error("a visit to the mailbox broke", ours);
            return Optional.of(new Fault(Trouble.OURS, ours.getClass().getSimpleName()));
        }
    }

    private String secret() throws Fault {
        try {
            return settings.secret();
        } catch (IOException unreadable) {
            throw new Fault(Trouble.NO_SECRET, "");
        }
    }

    private SSLSocketFactory trust() {
        return tls.orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** What the server says no to concerns this mail; the next one has its turn. */
    private Optional<Fault> take(ImapLine line, ImapLine.Entry entry) throws Fault {
        requireRoom();
        try {
            var whole = entry.size() <= LetterReader.LARGEST;
            var most = whole ? LetterReader.LARGEST + 1 : Head.LARGEST;
            var mail = line.read(entry.uid(), most);
            var there = mail.length > 0 || entry.size() == 0;
            return there ? keep(line, entry, mail, whole && mail.length <= LetterReader.LARGEST) : Optional.empty();
        } catch (Fault fault) {
            if (fault.ends()) {
                throw fault;
            }
            return Optional.of(fault);
        }
    }

    /** A mail that takes more memory than there is must not be the first again at each visit. */
    private Optional<Fault> keep(ImapLine line, ImapLine.Entry entry, byte[] mail, boolean whole) throws Fault {
        try {
            keep(line, entry, reader.read(mail, whole));
            return Optional.empty();
        } catch (VirtualMachineError much) {
            LOG.error("a mail could not be read", much);
            keep(line, entry, LetterReader.unknown(mail, whole));
            return Optional.of(new Fault(Trouble.OURS, much.getClass().getSimpleName()));
        }
    }

    private void keep(ImapLine line, ImapLine.Entry entry, Letter letter) throws Fault {
        var refused = transaction.execute(status -> came(letter));
        line.move(entry.uid(), refused.isEmpty() ? settings.taken() : settings.refused());
    }

    private Optional<Refused> came(Letter letter) {
        var mail = UUID.randomUUID();
        var now = clock.instant();
        var refused = store.came(mail, letter, now);
        if (store.anew(mail)) {
            events.publishEvent(new DropsWait(mail, now));
        }
        return refused;
    }

    private void requireRoom() throws Fault {
        var waiting = transaction.execute(status -> store.waiting());
        if (waiting.things() >= MOST_THINGS || waiting.bytes() >= MOST_BYTES) {
            throw new Fault(Trouble.FULL, "");
        }
    }
}
