package noroshi.topic;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.audit.AuditTrail;
import noroshi.membership.Belonging;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.topic.EntrustingStore.Whose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of topics whose people go: they are entrusted to a window, which from then on answers for them as the
 * author did. Their writer does so before they go, the administrator of their organisation afterwards, and the Centre's
 * for an organisation that withdrew.
 */
@Service
@Transactional
public class Entrustings {
    private final EntrustingStore store;
    private final Organisations organisations;
    private final Members members;
    private final AuditTrail audit;
    private final Clock clock;

    Entrustings(EntrustingStore store, Organisations organisations, Members members, AuditTrail audit, Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organisation, for its people, and for the Centre's administrators. */
    @Transactional(readOnly = true)
    public Organisation of(UUID organisation, Actor actor) {
        if (!organisation.equals(actor.organisation()) && !actor.is(Role.ADMINISTRATOR)) {
            throw new NotFound();
        }
        return organisations.show(organisation, actor);
    }

    /** Whether the actor entrusts what others left, and not only what they wrote themselves. */
    public static boolean administers(Organisation organisation, Actor actor) {
        return organisation.status() == Organisation.Status.WITHDRAWN
                ? actor.is(Role.ADMINISTRATOR)
                : actor.is(Role.ORG_ADMIN) && organisation.id().equals(actor.organisation());
    }

    /** What the actor could entrust. */
    @Transactional(readOnly = true)
    public List<Entrustable> left(UUID organisation, Window window, Actor actor) {
        var of = of(organisation, actor);
        var whose = !administers(of, actor)
                ? Whose.OWN
                : of.status() == Organisation.Status.WITHDRAWN ? Whose.WITHDRAWN : Whose.LEFT;
        return store.left(organisation, whose, window);
    }

    /** What was entrusted from here or to the window here: what waits first, then the latest. */
    @Transactional(readOnly = true)
    public List<Entrusting> entrusted(UUID organisation, Window window, Actor actor) {
        of(organisation, actor);
        return store.entrusted(organisation, window);
    }

    /** How many of those entrusted to the actor's own window wait: for an answer, or for the actor to look at them first. */
    @Transactional(readOnly = true)
    public Supplier<Integer> waiting(Actor actor) {
        return store.waiting(actor.organisation());
    }

    /** Says that a page is going to ask who answers for a topic. */
    @Transactional(readOnly = true)
    public void expect(UUID topic, Actor actor) {
        store.answering(topic);
    }

    /** Who answers for a topic instead of its author, as far as the actor may know. */
    @Transactional(readOnly = true)
    public Optional<Answering> answering(UUID topic, Actor actor) {
        return store.answering(topic).get();
    }

    /** Who keeps the window of an organisation, and so would answer for it. */
    @Transactional(readOnly = true)
    public List<UUID> keepers(UUID organisation, Actor actor) {
        return members.within(members.office(OfficeKind.WINDOW, organisation)).stream()
                .map(Belonging::person)
                .toList();
    }

    /** To whose window it goes: one's own, or the one of this short name for an organisation that withdrew. */
    @Transactional(readOnly = true)
    public Organisation target(UUID organisation, String code, Actor actor) {
        var of = of(organisation, actor);
        if (of.status() != Organisation.Status.WITHDRAWN) {
            return of;
        }
        return members.organisationByCode(code.strip())
                .map(found -> members.organisation(found.id()))
                .filter(found -> found.status() == Organisation.Status.ACTIVE)
                .orElseThrow(() -> new RuleBroken("topic.entrusting.where"));
    }

    /** Entrusts them, all or none; what is entrusted already stays where it is. Says how many. */
    public int entrust(UUID organisation, Collection<UUID> those, String code, Actor actor) {
        var target = target(organisation, code, actor);
        if (those.isEmpty()) {
            throw new RuleBroken("topic.entrusting.none-chosen");
        }
        if (keepers(target.id(), actor).isEmpty()) {
            throw new RuleBroken("topic.entrusting.nobody");
        }
        var done = store.entrust(those, organisation, target.id(), clock.instant());
        done.forEach(topic -> audit.record(
                actor,
                "topic.entrusted",
                topic,
                Map.of("organisation", organisation, "to", target.id(), "revising", true)));
        return done.size();
    }

    /** Takes back one that was entrusted from there; the window reads it no further, unless it is in the audience. */
    public void takeBack(UUID organisation, UUID topic, Actor actor) {
        of(organisation, actor);
        if (!store.isEntrusted(topic, organisation) || !store.takeBack(topic, organisation)) {
            throw new NotFound();
        }
        audit.record(actor, "topic.entrusting-ended", topic, Map.of("organisation", organisation));
    }
}
