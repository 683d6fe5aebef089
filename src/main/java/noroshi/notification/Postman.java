package noroshi.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import noroshi.notification.MailStore.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings messages to the mail server: what must be told first, several connections at once, and none at all for a while
 * when nobody is there.
 */
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 400;

    private final MailStore mails;
    private final Delivery delivery;
    private final NotificationSettings settings;
    private final Pause pause = new Pause();
    private final Clock clock;

    private boolean resumed;

    Postman(MailStore mails, Delivery delivery, NotificationSettings settings, Clock clock) {
        this.mails = mails;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.5S", initialDelayString = "${noroshi.notification.begins:PT3S}")
    synchronized void run() {
        if (!resumed) {
            var found = mails.resume(clock.instant());
            if (found > 0) {
                LOG.warn("{} messages were on their way when the platform stopped; they leave again", found);
            }
            resumed = true;
        }
        boolean more;
        do {
            more = !pause.lasts(clock.instant()) && round();
        } while (more);
    }

    /** From when on mail is tried again, when no server answered. */
    Instant restsUntil() {
        return pause.until();
    }

    /** Whether there may be more. */
    private boolean round() {
        var claimed = mails.claim(clock.instant(), AT_ONCE);
        if (claimed.isEmpty()) {
            return false;
        }
        var queue = new ConcurrentLinkedQueue<>(claimed);
        var reached = carry(queue, Math.min(Math.max(1, settings.mail().lanes()), claimed.size()));
        for (var left : queue) {
            delivery.putBack(left, clock.instant());
        }
        if (reached) {
            pause.end();
        } else {
            pause.begin(clock.instant());
        }
        return reached;
    }

    private boolean carry(Queue<Claimed> queue, int lanes) {
        var reached = true;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < lanes; i++) {
                work.add(threads.submit(() -> delivery.carry(queue)));
            }
            for (var each : work) {
                reached &= each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            // What is on its way now waits for the next beginning, which may be the next round.
            resumed = false;
            if (e.getCause() instanceof Error fatal) {
                throw fatal;
            }
            LOG.error("mail could not be carried", e.getCause());
            return false;
        }
        return reached;
    }
}
