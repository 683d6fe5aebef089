package noroshi.membership;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that nobody uses hurt everybody's trust. They are reviewed: the Centre asks the organisation's administrators,
 * who say that the person still takes part, or suspend or remove them; so may the Centre.
 */
@Service
@Transactional
public class Dormancy {
    private final DormantStore store;
    private final Members members;
    private final People people;
    private final MembershipSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dormancy(
            DormantStore store,
            Members members,
            People people,
            MembershipSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.people = people;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the actor reviews anybody. */
    public boolean reviews(Actor actor) {
        return actor.is(Role.ADMINISTRATOR) || actor.is(Role.ORG_ADMIN);
    }

    /** After how long somebody is dormant. */
    public Duration after() {
        return settings.dormantAfter();
    }

    /** Those within the actor's reach, the longest away first; who was kept is not among them for as long again. */
    @Transactional(readOnly = true)
    public List<Dormant> people(Window window, Actor actor) {
        requireReviewer(actor);
        var rows = store.rows(before(), clock.instant(), actor.is(Role.ADMINISTRATOR), window);
        var names = members.names(
                rows.stream().map(DormantStore.Row::person).distinct().toList());
        var organisations = members.organisations(
                rows.stream().map(DormantStore.Row::organisation).distinct().toList());
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(names.get(row.person()))
                        .flatMap(name -> Stream.ofNullable(organisations.get(row.organisation()))
                                .map(of -> new Dormant(name, of, row.lastSeen(), row.since(), row.remindedAt()))))
                .toList();
    }

    /** Organisations of which nobody came for so long, the longest away first; for the Centre's administrators. */
    @Transactional(readOnly = true)
    public List<DormantOrganisation> organisations(Window window, Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw new NotFound();
        }
        var rows = store.organisations(before(), window);
        var names = members.organisations(
                rows.stream().map(DormantStore.Sleeping::organisation).toList());
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(names.get(row.organisation()))
                        .map(name -> new DormantOrganisation(name, row.lastSeen(), row.since(), row.askedAt())))
                .toList();
    }

    /**
     * Asks the administrators of their organisation whether somebody still takes part; it waits on their first page. Whoever
     * is asked about hears of it too, once for each question that is open.
     */
    public void remind(UUID person, UUID organisation, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        requireSeat(person, organisation);
        var now = clock.instant();
        var first = store.remind(person, organisation, actor.person(), now);
        audit.record(actor, "person.reviewed", person, Map.of("organisation", organisation, "asked", true));
        events.publishEvent(new PersonAsked(person, organisation, now));
        if (first) {
            events.publishEvent(new PersonReminded(person, organisation, now));
        }
    }

    /** Asks the administrators of an organisation of which nobody comes whether it still takes part. */
    public void ask(UUID organisation, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var asked = members.organisation(organisation).id();
        var now = clock.instant();
        store.ask(asked, actor.person(), now);
        audit.record(actor, "organisation.reviewed", organisation, Map.of("asked", true));
        events.publishEvent(new OrganisationAsked(organisation, now));
    }

    /** They still take part: the question is answered, and is not asked again before as much time has gone by. */
    public void keep(UUID person, UUID organisation, Actor actor) {
        if (!Reach.mayAdminister(actor, organisation)) {
            people.show(person, actor);
            throw new NotAllowed();
        }
        requireSeat(person, organisation);
        var now = clock.instant();
        store.forget(person, organisation);
        store.keep(person, organisation, actor.person(), now, now.plus(settings.dormantAfter()));
        audit.record(actor, "person.reviewed", person, Map.of("organisation", organisation, "kept", true));
    }

    /** How many questions about their people wait for the actor. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return actor.is(Role.ORG_ADMIN) ? store.reminded() : 0;
    }

    private Instant before() {
        return clock.instant().minus(settings.dormantAfter());
    }

    private void requireSeat(UUID person, UUID organisation) {
        if (members.seats(person).stream()
                .noneMatch(seat -> seat.organisation().id().equals(organisation))) {
            throw new NotFound();
        }
    }

    private void requireReviewer(Actor actor) {
        if (!reviews(actor)) {
            throw new NotFound();
        }
    }
}
