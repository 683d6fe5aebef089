package noroshi.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.site.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** On the day the old seat ends and the new one begins; the person stays who they are, with their login and passkeys. */
@Component
class MovePeople {
    private static final Logger LOG = LoggerFactory.getLogger(MovePeople.class);
    private static final Set<Role> ROLES = Set.of(Role.MEMBER_USER);

    private final MoveStore moves;
    private final PeopleStore people;
    private final KeptWindows windows;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate inTransaction;
    private final Clock clock;

    MovePeople(
            MoveStore moves,
            PeopleStore people,
            KeptWindows windows,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate inTransaction,
            Clock clock,
            SiteSettings settings) {
        this.moves = moves;
        this.people = people;
        this.windows = windows;
        this.audit = audit;
        this.events = events;
        this.inTransaction = inTransaction;
        this.clock = clock.withZone(settings.tz());
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT35S")
    public void run() {
        var today = LocalDate.now(clock);
        moves.due(today).forEach(id -> alone(id, today));
    }

    /** Each in a transaction of its own: one that fails keeps nobody else from moving, and is tried again. */
    private void alone(UUID id, LocalDate today) {
        try {
            inTransaction.executeWithoutResult(status -> moves.take(id, today).ifPresent(this::move));
        } catch (RuntimeException failed) {
            LOG.error("Move {} could not be carried out", id, failed);
        }
    }

    private static Map<String, Object> details(MoveStore.Due due) {
        var details = new LinkedHashMap<String, Object>(Map.of("from", due.from(), "to", due.to()));
        due.successor().ifPresent(colleague -> details.put("successor", colleague));
        return details;
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
        due.successor().ifPresent(colleague -> {
            moves.takeOver(due.person(), colleague, due.from(), due.acceptedBy());
            events.publishEvent(new SeatPassedOn(due.person(), colleague));
        });
        people.giveUp(seat.get().id());
        people.leaveOfficesOf(due.person(), due.from());
        windows.tellOfEmptied(kept);
        people.sit(due.person(), due.to(), ROLES);
        audit.record(
                new Actor(due.acceptedBy(), due.to(), Set.of(), "job"), "person.moved", due.person(), details(due));
        events.publishEvent(new SeatEnded(due.person(), due.from()));
        events.publishEvent(new PersonSeated(due.person(), due.to()));
        events.publishEvent(new PersonMoved(due.id(), due.person(), clock.instant()));
        events.publishEvent(new SubstituteLeft(due.from(), due.person(), clock.instant()));
    }
}
