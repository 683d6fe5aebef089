package noroshi.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.notification.Trial.Standing;
import noroshi.notification.Trial.Unconfirmed;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of messages that people send themselves, to see whether mail arrives: a server's yes is no arrival. */
@Service
@Transactional
public class Trials {
    /** For how long nobody has to say that it came. */
    public static final Duration PATIENCE = Duration.ofDays(3);

    private final TrialStore trials;
    private final AuditTrail audit;
    private final Clock clock;

    Trials(TrialStore trials, AuditTrail audit, Clock clock) {
        this.trials = trials;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sends the actor a message with a link that says that it came; an earlier one counts no longer. */
    public void ask(Actor actor) {
        switch (trials.ask(clock.instant())) {
            case "soon" -> throw new RuleBroken("notification.trial.soon");
            case "no_address" -> throw new RuleBroken("notification.trial.no-address");
            default -> audit.record(actor, "notification.trial-asked", actor.person(), Map.of());
        }
    }

    /** What became of the actor's last one. */
    @Transactional(readOnly = true)
    public Optional<Trial> mine(Actor actor) {
        return trials.mine().map(known -> standing(known, clock.instant()));
    }

    /** Whoever has the message says that it came; false when its link counts no longer, or never did. */
    public boolean arrived(UUID code) {
        return trials.arrived(code, clock.instant());
    }

    /** Whose message a server took days ago and who has not said that it came, of the people whom the actor administers. */
    @Transactional(readOnly = true)
    public List<Unconfirmed> unconfirmed(Actor actor) {
        return trials.unconfirmed(actor.organisation(), clock.instant().minus(PATIENCE));
    }

    private static Trial standing(TrialStore.Known it, Instant now) {
        if (!it.same()) {
            return new Trial(Standing.ELSEWHERE, it.asked(), "");
        }
        if (it.arrived().isPresent()) {
            return new Trial(Standing.ARRIVED, it.arrived().get(), "");
        }
        var done = it.done().orElse(it.asked());
        return switch (it.state()) {
            case WAITING, LEAVING -> new Trial(Standing.WAITING, it.asked(), it.reply());
            case DROPPED -> new Trial(Standing.DROPPED, it.asked(), "");
            case KEPT -> new Trial(Standing.KEPT, done, "");
            case REFUSED, GIVEN_UP -> new Trial(Standing.REFUSED, done, it.reply());
            case SENT ->
                new Trial(done.isAfter(now.minus(PATIENCE)) ? Standing.HANDED_OVER : Standing.SILENT, done, it.reply());
        };
    }
}
