package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what changed at the desk in a while, and of what is open now. For the desk. */
@Service
@Transactional(readOnly = true)
public class DeskChanges {
    private static final Duration SOON = Duration.ofHours(12);
    /** Of a long silence the last reports that were missed; all of them stand where reports are made. */
    private static final int MISSED = 50;

    private final ChangeStore changes;
    private final Triage triage;
    private final Telephone telephone;
    private final UpwardReports reports;
    private final Members members;
    private final Ledger ledger;

    DeskChanges(
            ChangeStore changes,
            Triage triage,
            Telephone telephone,
            UpwardReports reports,
            Members members,
            Ledger ledger) {
        this.changes = changes;
        this.triage = triage;
        this.telephone = telephone;
        this.reports = reports;
        this.members = members;
        this.ledger = ledger;
    }

    /** What changed since a moment, and everything that is open: clocks, calls, reports due, help, tasks. */
    public List<Changed> since(Instant moment, Actor actor) {
        var now = ledger.now();
        var board = triage.board(Optional.empty(), actor);
        var found = changes.between(moment, now);
        var calls = telephone.calls(actor);
        var names = members.organisations(Stream.concat(
                        found.stream().flatMap(it -> it.organisation().stream()),
                        calls.stream().map(Call::organisation))
                .distinct()
                .toList());
        return Stream.of(
                        found.stream().map(it -> named(it, names)),
                        board.cards().stream().flatMap(card -> clock(card, now).stream()),
                        calls.stream().map(it -> call(it, names)),
                        missed(actor).map(DeskChanges::edition),
                        reports.next(actor).stream()
                                .filter(it -> it.dueAt().isBefore(now.plus(SOON)))
                                .map(DeskChanges::edition))
                .flatMap(it -> it)
                .toList();
    }

    private Stream<Slot> missed(Actor actor) {
        var missed = reports.missed(actor);
        return missed.stream().skip(Math.max(0, missed.size() - MISSED));
    }

    private static Changed named(ChangeStore.Found it, Map<UUID, OrganisationName> names) {
        var changed = it.changed();
        return it.organisation()
                .map(id -> new Changed(
                        changed.what(),
                        changed.reference(),
                        changed.number(),
                        changed.title(),
                        changed.code(),
                        name(id, names),
                        changed.at()))
                .orElse(changed);
    }

    private static Optional<Changed> clock(Card card, Instant now) {
        return card.late()
                .map(late -> new Changed(
                        Changed.What.CLOCK,
                        card.reference(),
                        card.number(),
                        card.title(),
                        late.clock().name(),
                        "",
                        now.plus(late.left())));
    }

    private static Changed call(Call it, Map<UUID, OrganisationName> names) {
        return new Changed(
                Changed.What.CALL,
                it.reference(),
                it.number(),
                it.title(),
                it.clock().name(),
                name(it.organisation(), names),
                it.dueAt());
    }

    private static Changed edition(Slot slot) {
        return new Changed(
                Changed.What.EDITION,
                "",
                "",
                slot.series().code(),
                slot.half().name(),
                slot.day().toString(),
                slot.dueAt());
    }

    private static String name(UUID id, Map<UUID, OrganisationName> names) {
        return Optional.ofNullable(names.get(id)).map(OrganisationName::name).orElse("");
    }
}
