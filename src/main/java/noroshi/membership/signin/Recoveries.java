package noroshi.membership.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.membership.Belonging;
import noroshi.membership.Members;
import noroshi.membership.MembershipSettings;
import noroshi.membership.OfficeKind;
import noroshi.membership.People;
import noroshi.membership.Seat;
import noroshi.membership.Secret;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Getting in again after everything was lost. One asks who knows the person, another confirms at the Centre and hands
 * the link over in person; it opens after a pause in which whoever is still signed in can stop it. Never by mail alone.
 */
@Service
@Transactional
public class Recoveries {
    private final RecoveryStore recoveries;
    private final PasskeyStore passkeys;
    private final PasswordStore passwords;
    private final SessionStore sessions;
    private final Members members;
    private final People people;
    private final AuditTrail audit;
    private final MembershipSettings settings;

    Recoveries(
            RecoveryStore recoveries,
            PasskeyStore passkeys,
            PasswordStore passwords,
            SessionStore sessions,
            Members members,
            People people,
            AuditTrail audit,
            MembershipSettings settings) {
        this.recoveries = recoveries;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.sessions = sessions;
        this.members = members;
        this.people = people;
        this.audit = audit;
        this.settings = settings;
    }

    /** Asks for a colleague: their organisation's administrator, or who holds its window. */
    public void request(UUID person, String reason, Actor actor) {
        people.show(person, actor);
        if (person.equals(actor.person())) {
            throw new RuleBroken("membership.recovery.own");
        }
        if (!people.mayActOn(person, actor) && !holdsTheWindowOf(person, actor)) {
            throw new NotAllowed();
        }
        if (members.seats(person).isEmpty()) {
            throw new RuleBroken("membership.recovery.nobody");
        }
        if (!recoveries.request(person, reason, actor.person())) {
            throw new RuleBroken("membership.recovery.under-way");
        }
        audit.record(actor, "recovery.requested", person, Map.of());
    }

    /** Whether the actor is somebody who may ask for this person. */
    @Transactional(readOnly = true)
    public boolean mayRequest(UUID person, Actor actor) {
        return !person.equals(actor.person()) && (people.mayActOn(person, actor) || holdsTheWindowOf(person, actor));
    }

    private boolean holdsTheWindowOf(UUID person, Actor actor) {
        return members.seats(person).stream()
                .map(Seat::organisation)
                .filter(organisation -> organisation.id().equals(actor.organisation()))
                .flatMap(organisation -> members.within(members.office(OfficeKind.WINDOW, organisation.id())).stream())
                .map(Belonging::person)
                .anyMatch(actor.person()::equals);
    }

    /** Those under way, for the Centre. */
    @Transactional(readOnly = true)
    public List<Recovery> underWay(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return recoveries.underWay();
    }

    /** The one under way for this person, if any. */
    @Transactional(readOnly = true)
    public Optional<Recovery> of(UUID person) {
        return recoveries.of(person);
    }

    /** The second person confirms; the link is shown to them, once. */
    public Secret confirm(UUID recovery, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var found = recoveries.lock(recovery).orElseThrow(NotFound::new);
        if (found.opensAt().isPresent()) {
            throw new RuleBroken("membership.recovery.confirmed");
        }
        if (found.requestedBy().equals(actor.person()) || found.person().equals(actor.person())) {
            throw new RuleBroken("membership.recovery.two-people");
        }
        var token = Secret.random();
        recoveries.confirm(recovery, token, settings.recoveryPause(), actor.person());
        audit.record(actor, "recovery.confirmed", found.person(), Map.of("recovery", recovery));
        return token;
    }

    /** The person themselves, whoever asked, or the Centre stops it. */
    public void stop(UUID recovery, Actor actor) {
        var found = recoveries.lock(recovery).orElseThrow(NotFound::new);
        if (!found.person().equals(actor.person())
                && !found.requestedBy().equals(actor.person())
                && !actor.is(Role.ADMINISTRATOR)) {
            throw new NotFound();
        }
        recoveries.stop(recovery, actor.person());
        audit.record(actor, "recovery.stopped", found.person(), Map.of("recovery", recovery));
    }

    /** What a link leads to; nothing when it was used, stopped, or has run out. */
    public Optional<Recovery> behind(Secret token) {
        return recoveries.behind(token);
    }

    /** Uses the link: everything the person signed in with is gone, and so are their sessions. */
    public UUID use(Secret token) {
        var found = recoveries.behind(token).orElseThrow(NotFound::new);
        var actor = members.actor(found.person(), "web").orElseThrow(NotFound::new);
        if (!recoveries.use(found.id())) {
            throw new RuleBroken("membership.recovery.early");
        }
        passkeys.removeAllOf(found.person());
        passwords.remove(found.person());
        sessions.endAllOf(found.person());
        audit.record(actor, "recovery.used", found.person(), Map.of("recovery", found.id()));
        return found.person();
    }
}
