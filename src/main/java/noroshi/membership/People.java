package noroshi.membership;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People administration: who sits where and may do what. {@link Reach} says who may change whom. */
@Service
@Transactional
public class People {
    private static final Set<Role> AT_THE_CENTRE_ONLY =
            Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.EDITOR, Role.APPROVER, Role.WATCH_OFFICER, Role.OVERALL_LEAD);

    private final PeopleStore people;
    private final MemberStore members;
    private final CircleStore circles;
    private final KeptWindows windows;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            PeopleStore people,
            MemberStore members,
            CircleStore circles,
            KeptWindows windows,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.members = members;
        this.circles = circles;
        this.windows = windows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The people of one's own organisation; of any, for the Centre's administrators. */
    @Transactional(readOnly = true)
    public List<Colleague> of(UUID organisation, String words, Window window, Actor actor) {
        var own = members.seats(actor.person()).stream()
                .anyMatch(seat -> seat.organisation().id().equals(organisation));
        if (!own && !actor.is(Role.ADMINISTRATOR)) {
            throw new NotFound();
        }
        return people.of(organisation, words, window);
    }

    /** A person one may know of: oneself and colleagues; everybody, for those at the Centre. */
    @Transactional(readOnly = true)
    public Person show(UUID person, Actor actor) {
        var shown = members.person(person).orElseThrow(NotFound::new);
        if (person.equals(actor.person()) || atTheCentre(actor) || colleagues(person, actor)) {
            return shown;
        }
        throw new NotFound();
    }

    private boolean atTheCentre(Actor actor) {
        return members.centre().filter(actor.organisation()::equals).isPresent();
    }

    private boolean colleagues(UUID person, Actor actor) {
        var mine =
                members.seats(actor.person()).stream().map(Seat::organisation).toList();
        return people.seatsOf(person).stream().map(Seat::organisation).anyMatch(mine::contains);
    }

    /** The seats a person has not given up, suspended or not. */
    @Transactional(readOnly = true)
    public List<Seat> seats(UUID person) {
        return people.seatsOf(person);
    }

    /** Changes what a seat allows; both what was and what will be must be within one's own rights. */
    public void changeRoles(UUID seat, Set<Role> roles, Actor actor) {
        var found = seatWithinReach(seat, actor);
        checkGrant(found.organisation().id(), roles, actor);
        if (found.roles().equals(roles)) {
            return;
        }
        people.changeRoles(seat, roles);
        people.leaveOfficesHeldByRole(found.person(), found.organisation().id());
        audit.record(
                actor,
                "seat.roles-changed",
                found.person(),
                Map.of("organisation", found.organisation().id(), "was", found.roles(), "is", roles));
    }

    /** Whether these roles may be given here by this actor; refuses if not. */
    void checkGrant(UUID organisation, Set<Role> roles, Actor actor) {
        if (!Reach.mayGrant(actor, organisation, roles)) {
            throw new NotAllowed();
        }
        if (!atCentre(organisation) && roles.stream().anyMatch(AT_THE_CENTRE_ONLY::contains)) {
            throw new RuleBroken("membership.role.centre-only");
        }
    }

    /** The roles the actor may give in this organisation. */
    @Transactional(readOnly = true)
    public Set<Role> grantable(UUID organisation, Actor actor) {
        var centre = atCentre(organisation);
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (Reach.mayGrant(actor, organisation, Set.of(role)) && (centre || !AT_THE_CENTRE_ONLY.contains(role))) {
                roles.add(role);
            }
        }
        return roles;
    }

    private boolean atCentre(UUID organisation) {
        return members.centre().filter(organisation::equals).isPresent();
    }

    /**
     * Ends a seat: the person stops reading as this organisation at once. Who sits elsewhere too is seated anew there, with
     * no more than every newcomer has.
     *
     * @return whether the duty desk was told that nobody keeps the window any more
     */
    public boolean endSeat(UUID seat, Actor actor) {
        var found = seatWithinReach(seat, actor);
        if (found.person().equals(actor.person())) {
            throw new RuleBroken("membership.person.own");
        }
        var kept = windows.among(List.of(found.organisation().id()));
        giveUp(found);
        var emptied = windows.tellOfEmptied(kept);
        audit.record(
                actor,
                "seat.ended",
                found.person(),
                Map.of("organisation", found.organisation().id()));
        var others = people.seatsOf(found.person());
        if (others.isEmpty()) {
            people.leaveEverything(found.person());
            events.publishEvent(new PersonLeft(found.person()));
        } else {
            events.publishEvent(new PersonSeated(
                    found.person(), others.getFirst().organisation().id()));
        }
        return emptied;
    }

    /** From this moment they neither stand in there nor are stood in for. */
    private void giveUp(Seat seat) {
        var organisation = seat.organisation().id();
        people.giveUp(seat.id());
        people.leaveOfficesOf(seat.person(), organisation);
        events.publishEvent(new SeatEnded(seat.person(), organisation));
        events.publishEvent(new SubstituteLeft(organisation, seat.person(), clock.instant()));
    }

    /** Gives the organisation's window to a person who sits there, or takes it back; true where the duty desk was told. */
    public boolean holdWindow(UUID seat, boolean hold, Actor actor) {
        var found = seatWithinReach(seat, actor);
        var window = circles.office(OfficeKind.WINDOW, found.organisation().id());
        var kept = windows.among(List.of(found.organisation().id()));
        if (hold) {
            circles.admit(window, Circle.OFFICE, found.person(), false, actor.person());
        } else {
            circles.leave(window, found.person());
            people.endEmptySubstitutions(found.person(), found.organisation().id());
        }
        var emptied = windows.tellOfEmptied(kept);
        audit.record(
                actor,
                hold ? "window.given" : "window.taken-back",
                found.person(),
                Map.of("organisation", found.organisation().id()));
        return emptied;
    }

    /** Suspends, resumes or withdraws a person all of whose seats are within reach; true where the duty desk was told. */
    public boolean stand(UUID person, Person.Status status, Actor actor) {
        var seats = people.seatsOf(person);
        if (!Reach.mayActOn(actor, seats)) {
            throw hiddenOrRefused(person, actor);
        }
        if (person.equals(actor.person())) {
            throw new RuleBroken("membership.person.own");
        }
        var kept = windows.among(
                seats.stream().map(seat -> seat.organisation().id()).toList());
        people.stand(person, status);
        if (status == Person.Status.WITHDRAWN) {
            seats.forEach(this::giveUp);
            people.leaveEverything(person);
        }
        var emptied = windows.tellOfEmptied(kept);
        audit.record(actor, "person." + status.name().toLowerCase(Locale.ROOT), person, Map.of());
        if (status != Person.Status.ACTIVE) {
            events.publishEvent(new PersonLeft(person));
        }
        return emptied;
    }

    /** Whether the actor may change this person at all. */
    @Transactional(readOnly = true)
    public boolean mayActOn(UUID person, Actor actor) {
        return Reach.mayActOn(actor, people.seatsOf(person));
    }

    private Seat seatWithinReach(UUID seat, Actor actor) {
        var found = people.seat(seat).orElseThrow(NotFound::new);
        if (!Reach.mayActOn(actor, List.of(found))) {
            throw hiddenOrRefused(found.person(), actor);
        }
        return found;
    }

    private RuntimeException hiddenOrRefused(UUID person, Actor actor) {
        show(person, actor);
        return new NotAllowed();
    }
}
