package noroshi.notification;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.notification.BounceReader.Reading;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for what other mail servers write back after they took a message. Tells nobody whose message it was. */
@Service
@Transactional
public class Bounces {
    /** The most that is read of one notification. */
    public static final int LARGEST = BounceReader.LARGEST;

    private final BounceStore bounces;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Bounces(BounceStore bounces, Outbox outbox, AuditTrail audit, Clock clock) {
        this.bounces = bounces;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a notification; what it was, and of which message if it was of one of ours, is remembered. */
    public Returned take(byte[] bytes, Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw outbox.watching(actor) ? new NotAllowed() : new NotFound();
        }
        return switch (BounceReader.read(bytes)) {
            case Reading.Otherwise(var why) -> remembered(why, actor.organisation(), actor);
            case Reading.Told(var bounce)
            when bounce.said() == Returned.ARRIVED -> remembered(Returned.ARRIVED, actor.organisation(), actor);
            case Reading.Told(var bounce) -> {
                var outcome = bounces.take(bounce, clock.instant());
                yield remembered(outcome, outcome.ours() ? bounce.mail() : actor.organisation(), actor);
            }
        };
    }

    private Returned remembered(Returned outcome, UUID subject, Actor actor) {
        audit.record(actor, "notification.bounce-taken", subject, Map.of("outcome", outcome.name()));
        return outcome;
    }
}
