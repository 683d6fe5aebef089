package noroshi.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.audit.AuditTrail;
import noroshi.notification.Mailed.Filter;
import noroshi.notification.Mailed.Outcome;
import noroshi.notification.Mailed.Unreached;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what left by mail to one's own people: for an organisation's administrators, and each for themselves. */
@Service
@Transactional
public class OwnMail {
    private final OwnMailStore mails;
    private final AuditTrail audit;
    private final Clock clock;

    OwnMail(OwnMailStore mails, AuditTrail audit, Clock clock) {
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** What left in a span of time, the newest first; looking is remembered. */
    public List<Mailed> list(Filter filter, Instant from, Instant until, Window window, Actor actor) {
        look(filter, actor);
        return mails.list(actor, filter, from, until, window.offset(), window.size());
    }

    /** All of it, to take away. */
    public List<Mailed> all(Filter filter, Instant from, Instant until, Actor actor) {
        look(filter, actor);
        return mails.list(actor, filter, from, until, 0, Integer.MAX_VALUE);
    }

    /** How many messages of the filter came out how, whichever outcome it asks for. */
    @Transactional(readOnly = true)
    public Map<Outcome, Integer> counts(Filter filter, Instant from, Instant until, Actor actor) {
        require(actor);
        return mails.counts(actor, filter, from, until);
    }

    /** Whom of their own mail does not reach. */
    @Transactional(readOnly = true)
    public List<Unreached> unreached(Actor actor) {
        require(actor);
        return mails.unreached(Optional.of(actor.organisation()), clock.instant());
    }

    /** How many of their own people mail does not reach; none for whoever does not administer them. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return actor.is(Role.ORG_ADMIN)
                ? mails.unreached(Optional.of(actor.organisation()), clock.instant())
                        .size()
                : 0;
    }

    /** Whether mail reaches the actor. */
    @Transactional(readOnly = true)
    public Optional<Unreached> mine(Actor actor) {
        return mails.unreached(Optional.empty(), clock.instant()).stream().findFirst();
    }

    /** What did not reach the people of the actor's organisation leaves again; says how many people that concerns. */
    public int sendAgain(Actor actor) {
        require(actor);
        var people = mails.sendAgain(Optional.of(actor.organisation()), clock.instant());
        audit.record(actor, "notification.mail-sent-again", actor.organisation(), Map.of("people", people));
        return people;
    }

    /** What did not reach the actor leaves again. */
    public void sendMineAgain(Actor actor) {
        var people = mails.sendAgain(Optional.empty(), clock.instant());
        audit.record(actor, "notification.mail-sent-again", actor.person(), Map.of("people", people));
    }

    private void look(Filter filter, Actor actor) {
        require(actor);
        audit.record(
                actor,
                "notification.own-mail-opened",
                actor.organisation(),
                filter.person()
                        .<Map<String, Object>>map(person -> Map.of("person", person))
                        .orElseGet(Map::of));
    }

    private void require(Actor actor) {
        if (!mails.administers(actor)) {
            throw new NotFound();
        }
    }
}
