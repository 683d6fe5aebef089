package noroshi.membership;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that nobody uses hurt everybody's trust. They are reviewed: the Centre asks the organisation's administrators,
 * who say that the person still takes part, or suspend or remove them; so may the Centre.
 */
@Service
@Transactional
public class Dormancy {
    private static final int MOST = 200;

    private final DormantStore store;
    private final Members members;
    private final People people;
    private final MembershipSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Dormancy(
            DormantStore store,
            Members members,
            People people,
            MembershipSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.people = people;
        this.settings = settings;
        this.audit = audit;
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

    /** Those within the actor's reach, the longest away first. */
    @Transactional(readOnly = true)
    public List<Dormant> people(Actor actor) {
        requireReviewer(actor);
        var before = clock.instant().minus(settings.dormantAfter());
        var rows = store.rows(before, actor.is(Role.ADMINISTRATOR), MOST);
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

    /** Organisations of which nobody came for so long; for the Centre's administrators. */
    @Transactional(readOnly = true)
    public List<OrganisationName> organisations(Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var ids = store.organisations(clock.instant().minus(settings.dormantAfter()), MOST);
        var names = members.organisations(ids);
        return ids.stream().flatMap(id -> Stream.ofNullable(names.get(id))).toList();
    }

    /** Asks the administrators of their organisation whether somebody still takes part; it waits on their first page. */
    public void remind(UUID person, UUID organisation, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        requireSeat(person, organisation);
        store.remind(person, organisation, actor.person(), clock.instant());
        audit.record(actor, "person.reviewed", person, Map.of("organisation", organisation, "asked", true));
    }

    /** They still take part: the question is answered. */
    public void keep(UUID person, UUID organisation, Actor actor) {
        if (!Reach.mayAdminister(actor, organisation)) {
            people.show(person, actor);
            throw new NotAllowed();
        }
        requireSeat(person, organisation);
        store.forget(person, organisation);
        audit.record(actor, "person.reviewed", person, Map.of("organisation", organisation, "kept", true));
    }

    /** How many questions about their people wait for the actor. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return actor.is(Role.ORG_ADMIN) ? store.reminded() : 0;
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
