package noroshi.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import noroshi.notification.Carrier.Outcome;
import noroshi.notification.Carrier.Unreachable;
import noroshi.notification.MailStore.Claimed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands messages over, one after the other. Each is taken, written with its reader's eyes, carried, and only then marked;
 * whatever ends the platform in between, it leaves again under the same Message-ID. Between the server's yes and our mark
 * lies the one declared gap.
 */
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);

    private final MailStore mails;
    private final LetterDesk desk;
    private final Carrier carrier;
    private final NotificationSettings settings;
    private final Clock clock;

    Delivery(MailStore mails, LetterDesk desk, Carrier carrier, NotificationSettings settings, Clock clock) {
        this.mails = mails;
        this.desk = desk;
        this.carrier = carrier;
        this.settings = settings;
        this.clock = clock;
    }

    /** Works until the queue is empty; false when nobody is there to take it, with the rest still in the queue. */
    boolean carry(Queue<Claimed> queue) {
        try (var lane = new OnDemand(carrier)) {
            for (var mail = queue.poll(); mail != null; mail = queue.poll()) {
                if (!carry(mail, lane)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What nobody came to take waits on, and this was no try of its own. */
    void putBack(Claimed mail, Instant now) {
        mails.leftAs(mail.id(), "waiting", now, now, null, "");
    }

    private boolean carry(Claimed mail, OnDemand lane) {
        var letter = written(mail);
        if (letter.isEmpty()) {
            return true;
        }
        Outcome outcome;
        try {
            outcome = lane.carry(letter.get());
        } catch (Unreachable e) {
            LOG.warn("no mail server takes mail: {}", e.getMessage());
            if (!e.perhapsTaken) {
                putBack(mail, clock.instant());
                return false;
            }
            // A server was there; its next message gets a line of its own.
            lane.close();
            mails.perhapsTaken(mail.id(), clock.instant(), again(mail), String.valueOf(e.getMessage()));
            return true;
        }
        // What fails from here on leaves the message on its way: the server has it, so it is counted when it leaves
        // again.
        mark(mail, letter.get(), outcome);
        return true;
    }

    /** The letter; nothing where there is nothing to tell any more, or where it cannot be written now. */
    private Optional<Letter> written(Claimed mail) {
        try {
            var letter = desk.write(mail, mail.to());
            if (letter.isEmpty()) {
                mails.leftAs(mail.id(), "dropped", clock.instant(), null, null, "");
            }
            return letter;
        } catch (RuntimeException e) {
            LOG.error("message {} could not be written", mail.id(), e);
            later(mail, null, "could not be written");
            return Optional.empty();
        }
    }

    private void mark(Claimed mail, Letter letter, Outcome outcome) {
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Taken(var reply) -> mails.leftAs(mail.id(), "sent", now, null, letter.tlp(), reply);
            case Outcome.Kept() -> mails.leftAs(mail.id(), "kept", now, null, letter.tlp(), "");
            case Outcome.Refused(var reply) -> mails.leftAs(mail.id(), "refused", now, null, letter.tlp(), reply);
            case Outcome.Later(var reply) -> later(mail, letter, reply);
        }
    }

    private void later(Claimed mail, @Nullable Letter letter, String reply) {
        var again = again(mail);
        mails.leftAs(
                mail.id(),
                again == null ? "given_up" : "waiting",
                clock.instant(),
                again,
                letter == null ? null : letter.tlp(),
                reply);
    }

    /** When it is tried next; never, when it was tried for long enough. */
    private @Nullable Instant again(Claimed mail) {
        var now = clock.instant();
        return now.isAfter(mail.madeAt().plus(settings.giveUp())) ? null : now.plus(wait(mail.tries()));
    }

    static Duration wait(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(tries - 1, 0, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Opens the line when the first letter needs it. */
    private static final class OnDemand implements AutoCloseable {
        private final Carrier carrier;

        private Carrier.@Nullable Lane lane;

        OnDemand(Carrier carrier) {
            this.carrier = carrier;
        }

        Outcome carry(Letter letter) throws Unreachable {
            var open = lane == null ? carrier.open() : lane;
            lane = open;
            return open.carry(letter);
        }

        @Override
        public void close() {
            if (lane != null) {
                lane.close();
                lane = null;
            }
        }
    }
}
