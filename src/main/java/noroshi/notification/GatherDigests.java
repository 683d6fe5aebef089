package noroshi.notification;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gathers, at each reader's own hour, what can wait into one message a day. */
@Component
class GatherDigests {
    private static final int AT_ONCE = 200;

    private final DigestStore digests;
    private final TransactionTemplate transactions;
    private final Clock clock;

    GatherDigests(DigestStore digests, TransactionTemplate transactions, Clock clock) {
        this.digests = digests;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "${noroshi.notification.begins:PT10S}")
    synchronized void run() {
        boolean more;
        do {
            more = Boolean.TRUE.equals(transactions.execute(status -> some()));
        } while (more);
    }

    /** Whether there may be more; each reader's next hour is set with their digest. */
    private boolean some() {
        var now = clock.instant();
        var due = digests.due(now, AT_ONCE);
        due.forEach(one -> digests.gather(
                one.person(),
                LocalDate.ofInstant(now, one.zone()),
                now,
                DigestHour.after(now, one.hour(), one.zone())));
        return due.size() == AT_ONCE;
    }
}
