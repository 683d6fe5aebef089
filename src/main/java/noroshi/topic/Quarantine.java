package noroshi.topic;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every file begins in quarantine, and leaves it only when a scanner has called it clean. */
@Component
class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final int AT_ONCE = 20;

    /** How many attach and wait for the scanner at the same moment, each with a connection to the database. */
    private static final int WAITING_AT_ONCE = 4;

    private final Semaphore places = new Semaphore(WAITING_AT_ONCE);

    private final ScanStore scans;
    private final FileVault vault;
    private final Clamd clamd;
    private final ScannerSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** A scanner that does not answer makes one person wait, not everybody who attaches something. */
    private volatile Instant silentUntil = Instant.MIN;

    Quarantine(
            ScanStore scans,
            FileVault vault,
            Clamd clamd,
            ScannerSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.scans = scans;
        this.vault = vault;
        this.clamd = clamd;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at once, so that whoever attaches learns it now; what could not be looked at is tried again. */
    Scan admit(StoredFile stored, byte[] bytes, Instant now) {
        scans.await(stored, now);
        if (now.isBefore(silentUntil) || !places.tryAcquire()) {
            return Scan.WAITING;
        }
        Optional<Scan> said;
        try {
            said = clamd.look(bytes);
        } finally {
            places.release();
        }
        if (said.isEmpty()) {
            silentUntil = now.plus(settings.again());
        }
        var scan = said.orElse(Scan.WAITING);
        if (scan.state() != Scan.State.WAITING) {
            scans.note(stored.storage(), scan);
        }
        return scan;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void run() {
        if (clamd.there()) {
            again(clock.instant());
        }
    }

    /** Asks about what waits; the scanner works outside of any transaction. */
    void again(Instant now) {
        take(now).forEach(stored -> {
            try {
                var scan = look(stored);
                if (scan.state() != Scan.State.WAITING) {
                    transactions.executeWithoutResult(_ -> scans.note(stored.storage(), scan));
                }
            } catch (RuntimeException unreadable) {
                // One that cannot be opened stays in quarantine; the others need not.
                LOG.error("file {} could not be scanned", stored.storage(), unreadable);
            }
        });
    }

    private List<StoredFile> take(Instant now) {
        return Objects.requireNonNull(transactions.execute(_ -> scans.take(now, now.minus(settings.again()), AT_ONCE)));
    }

    private Scan look(StoredFile stored) {
        try {
            return clamd.look(vault.open(stored)).orElse(Scan.WAITING);
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof NoSuchFileException) {
                return new Scan(Scan.State.GONE, "");
            }
            throw failed;
        }
    }
}
