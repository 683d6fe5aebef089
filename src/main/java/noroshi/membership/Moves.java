package noroshi.membership;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who move from one organisation to another: asked by the side they leave, accepted by the side they go to. */
@Service
@Transactional
public class Moves {
    /** How many days ahead a move is asked for. */
    public static final int FARTHEST = 366;

    private final MoveStore store;
    private final People people;
    private final Members members;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(
            MoveStore store,
            People people,
            Members members,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            SiteSettings settings) {
        this.events = events;
        this.store = store;
        this.people = people;
        this.members = members;
        this.audit = audit;
        this.clock = clock.withZone(settings.tz());
    }

    /** The person who may be moved by the actor; hidden or refused for everybody else. */
    @Transactional(readOnly = true)
    public Seat seat(UUID person, Actor actor) {
        var seats = people.seats(person).stream()
                .filter(seat -> Reach.mayActOn(actor, List.of(seat)))
                .toList();
        if (seats.isEmpty() || person.equals(actor.person())) {
            people.show(person, actor);
            throw new NotAllowed();
        }
        return seats.stream()
                .filter(seat -> seat.organisation().id().equals(actor.organisation()))
                .findFirst()
                .orElse(seats.getFirst());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Asks the organisation of this short name to take somebody in on that day. */
    public void ask(UUID person, String code, LocalDate day, Optional<UUID> successor, Actor actor) {
        var seat = seat(person, actor);
        var to = members.organisationByCode(code.strip())
                .filter(found -> !found.id().equals(seat.organisation().id()))
                .filter(found -> store.takesPart(found.id()))
                .orElseThrow(() -> new RuleBroken("membership.move.where"));
        if (day.isBefore(today()) || day.isAfter(today().plusDays(FARTHEST))) {
            throw new RuleBroken("membership.move.when", FARTHEST);
        }
        successor.ifPresent(colleague -> requireColleague(colleague, person, seat));
        if (!store.ask(seat, to.id(), day, successor, actor.person(), clock.instant())) {
            throw new RuleBroken("membership.move.asked-already");
        }
        audit.record(
                actor,
                "person.move-asked",
                person,
                Map.of("from", seat.organisation().id(), "to", to.id(), "day", day.toString()));
        events.publishEvent(new MoveAsked(person, to.id(), clock.instant()));
    }

    private void requireColleague(UUID colleague, UUID person, Seat seat) {
        if (colleague.equals(person)
                || members.seats(colleague).stream()
                        .noneMatch(other -> other.organisation()
                                .id()
                                .equals(seat.organisation().id()))) {
            throw new RuleBroken("membership.move.successor");
        }
    }

    /** Those that wait for a decision or for their day, of the organisations that the actor administers. */
    @Transactional(readOnly = true)
    public List<Move> coming(Actor actor) {
        if (!Reach.administersAny(actor)) {
            throw new NotFound();
        }
        var rows = store.coming();
        var names = members.names(rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.person()), row.successor().stream()))
                .distinct()
                .toList());
        var organisations = members.organisations(rows.stream()
                .flatMap(row -> Stream.of(row.from(), row.to()))
                .distinct()
                .toList());
        return rows.stream()
                .filter(row -> names.containsKey(row.person()))
                .map(row -> new Move(
                        row.id(),
                        requireNonNull(names.get(row.person())),
                        requireNonNull(organisations.get(row.from())),
                        requireNonNull(organisations.get(row.to())),
                        row.day(),
                        row.successor().map(names::get),
                        row.accepted()))
                .toList();
    }

    /** One move and what it means: for whoever moves, and for those who administer either side. */
    @Transactional(readOnly = true)
    public Moving show(UUID id, Actor actor) {
        var row = store.find(id).orElseThrow(NotFound::new);
        var people = members.names(
                Stream.concat(Stream.of(row.person()), row.successor().stream()).toList());
        var organisations = members.organisations(List.of(row.from(), row.to()));
        var person = people.get(row.person());
        if (person == null) {
            throw new NotFound();
        }
        var mine = row.person().equals(actor.person());
        var others = members.seats(row.person()).stream()
                .map(Seat::organisation)
                .filter(other ->
                        mine && !other.id().equals(row.from()) && !other.id().equals(row.to()))
                .toList();
        var move = new Move(
                id,
                person,
                requireNonNull(organisations.get(row.from())),
                requireNonNull(organisations.get(row.to())),
                row.day(),
                row.successor().map(people::get),
                row.accepted());
        var here = row.from().equals(actor.organisation());
        var open = !row.done() && row.accepted().orElse(true);
        var theirs = Reach.mayAdminister(actor, row.to());
        return new Moving(
                move,
                row.done(),
                mine,
                here,
                open && theirs && row.accepted().isEmpty(),
                open && (theirs || Reach.mayAdminister(actor, row.from())),
                others,
                mine && row.done() ? store.left(id) : 0);
    }

    /** Whether the actor takes people into the organisation that somebody moves to. */
    public boolean mayAccept(Move move, Actor actor) {
        return Reach.mayAdminister(actor, move.to().id());
    }

    /** How many moves wait for the actor's side to accept. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return Reach.administersAny(actor) ? store.waiting() : 0;
    }

    /** Accepts for the side they go to, or lets it be for either side. */
    public void decide(UUID id, boolean accept, Actor actor) {
        var move = store.open(id).orElseThrow(NotFound::new);
        var theirs = Reach.mayAdminister(actor, move.to());
        if (!theirs && (accept || !Reach.mayAdminister(actor, move.from()))) {
            throw new NotAllowed();
        }
        if (accept && move.accepted().isPresent()) {
            return;
        }
        if (accept && !store.takesPart(move.to())) {
            throw new RuleBroken("membership.move.paused");
        }
        store.decide(id, accept, actor.person(), clock.instant());
        audit.record(
                actor,
                accept ? "person.move-accepted" : "person.move-declined",
                move.person(),
                Map.of("from", move.from(), "to", move.to()));
        events.publishEvent(new MoveDecided(id, move.person(), accept, clock.instant()));
    }
}
