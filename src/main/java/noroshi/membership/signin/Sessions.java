package noroshi.membership.signin;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.membership.Members;
import noroshi.membership.People;
import noroshi.membership.Secret;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in where, and for how long. */
@Service
@Transactional
public class Sessions {
    private static final Duration WHOLE = Duration.ofDays(7);
    private static final Duration BY_LINK = Duration.ofMinutes(30);

    private final SessionStore sessions;
    private final Members members;
    private final People people;
    private final AuditTrail audit;

    Sessions(SessionStore sessions, Members members, People people, AuditTrail audit) {
        this.sessions = sessions;
        this.members = members;
        this.people = people;
        this.audit = audit;
    }

    /** Opens a session in the person's first seat; every sign-in gets a new secret. */
    public Secret open(UUID person, Set<Factor> factors, Device device) {
        var seat = members.seats(person).stream().findFirst().orElseThrow(NotFound::new);
        var token = Secret.random();
        var length = Factor.suffice(factors) ? WHOLE : BY_LINK;
        sessions.open(token, seat.actor("web"), factors, device, length);
        if (Factor.suffice(factors)) {
            sessions.remember(seat.actor("web"), Collections.min(factors));
        }
        audit.record(seat.actor("web"), "session.opened", person, Map.of("factors", factors));
        return token;
    }

    /**
     * The session a browser brings, if it is still good, with the rights of this moment. One question for whoever is not
     * a reader yet needs no transaction.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Session> resume(Secret token) {
        return sessions.resume(token);
    }

    /** Remembers that the person was here; at most once a minute. It concerns nobody's pages and needs no transaction. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void seen(Session session) {
        sessions.seen(session.id(), session.actor().person());
    }

    /** From now on the session acts from another of the person's seats. */
    public void actFor(UUID session, UUID organisation, Actor actor) {
        if (members.seats(actor.person()).stream()
                .noneMatch(seat -> seat.organisation().id().equals(organisation))) {
            throw new NotFound();
        }
        sessions.actFor(session, organisation);
        audit.record(actor, "session.seat-changed", organisation, Map.of());
    }

    /** Signs the browser out. */
    public void end(Secret token) {
        sessions.resume(token)
                .map(Session::actor)
                .ifPresent(actor -> audit.record(actor, "session.ended", actor.person(), Map.of()));
        sessions.end(token);
    }

    /** The person's own sessions, the latest first. */
    @Transactional(readOnly = true)
    public List<SessionRow> mine(Actor actor) {
        return sessions.of(actor.person());
    }

    /** Ends one of the person's own sessions. */
    public void end(UUID session, Actor actor) {
        if (sessions.end(session, actor.person()) == 0) {
            throw new NotFound();
        }
        audit.record(actor, "session.one-ended", actor.person(), Map.of("session", session));
    }

    /** Ends every session but this one of the person. */
    public void endOthers(UUID except, Actor actor) {
        sessions.endOthersOf(actor.person(), except);
        audit.record(actor, "session.others-ended", actor.person(), Map.of());
    }

    /** Signs somebody out everywhere; only for those who may act on them. */
    public void endAllOf(UUID person, Actor actor) {
        people.show(person, actor);
        if (!people.mayActOn(person, actor)) {
            throw new NotAllowed();
        }
        sessions.endAllOf(person);
        audit.record(actor, "session.ended-by-administrator", person, Map.of());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetEnded() {
        sessions.forgetEnded();
    }
}
