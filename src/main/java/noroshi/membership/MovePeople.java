package noroshi.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.site.SiteSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the day the old seat ends and the new one begins; the person stays who they are, with their login and passkeys. */
@Component
class MovePeople {
    private static final Set<Role> ROLES = Set.of(Role.MEMBER_USER);

    private final MoveStore moves;
    private final PeopleStore people;
    private final KeptWindows windows;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MovePeople(
            MoveStore moves,
            PeopleStore people,
            KeptWindows windows,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            SiteSettings settings) {
        this.moves = moves;
        this.people = people;
        this.windows = windows;
        this.audit = audit;
        this.events = events;
        this.clock = clock.withZone(settings.tz());
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT35S")
    @Transactional
    public void run() {
        moves.due(LocalDate.now(clock)).forEach(this::move);
    }

    /** Whoever has left meanwhile moves nowhere. */
    private void move(MoveStore.Due due) {
        var seat = people.seatsOf(due.person()).stream()
                .filter(each -> each.organisation().id().equals(due.from()))
                .findFirst();
        if (seat.isEmpty()) {
            return;
        }
        var kept = windows.among(List.of(due.from()));
        due.successor().ifPresent(colleague -> moves.takeOver(due.person(), colleague, due.from(), due.acceptedBy()));
        people.giveUp(seat.get().id());
        people.leaveOfficesOf(due.person(), due.from());
        windows.tellOfEmptied(kept);
        people.sit(due.person(), due.to(), ROLES);
        audit.record(
                new Actor(due.acceptedBy(), due.to(), Set.of(), "job"),
                "person.moved",
                due.person(),
                Map.of("from", due.from(), "to", due.to()));
        events.publishEvent(new SeatEnded(due.person(), due.from()));
        events.publishEvent(new PersonSeated(due.person(), due.to()));
    }
}
