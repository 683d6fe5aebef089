package noroshi.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Events that people prepare for: started from the last one, in quiet or in event mode, with those who take part. */
@Service
@Transactional
public class Programmes {
    private static final int NORMAL_DAYS = 28;

    private final ProgrammeStore programmes;
    private final Events events;
    private final DayStore days;
    private final Members members;
    private final AuditTrail audit;
    private final SiteSettings site;
    private final Clock clock;

    Programmes(
            ProgrammeStore programmes,
            Events events,
            DayStore days,
            Members members,
            AuditTrail audit,
            SiteSettings site,
            Clock clock) {
        this.programmes = programmes;
        this.events = events;
        this.days = days;
        this.members = members;
        this.audit = audit;
        this.site = site;
        this.clock = clock;
    }

    /** All events, the latest first. */
    @Transactional(readOnly = true)
    public List<Programme> all(Actor actor) {
        return programmes.all(actor.organisation());
    }

    /** Those that the first page shows today. */
    @Transactional(readOnly = true)
    public List<Programme> current(Actor actor) {
        return all(actor).stream().filter(each -> each.showsOn(today())).toList();
    }

    @Transactional(readOnly = true)
    public Programme show(UUID id, Actor actor) {
        return all(actor).stream()
                .filter(each -> each.event().id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Whether the actor starts events and changes them. */
    @Transactional(readOnly = true)
    public boolean mayKeep(Actor actor) {
        return events.mayKeep(actor);
    }

    /** Whether the actor says for their organisation that it takes part. */
    @Transactional(readOnly = true)
    public boolean mayJoin(Actor actor) {
        return actor.is(Role.MEMBER_POC) || actor.is(Role.ORG_ADMIN) || actor.is(Role.LIAISON_OC);
    }

    /** Those who may own an event, by code. */
    @Transactional(readOnly = true)
    public List<OrganisationName> owners(Actor actor) {
        requireKeeper(actor);
        return List.copyOf(
                members.organisations(List.copyOf(programmes.owners().values())).values());
    }

    @Transactional(readOnly = true)
    public Optional<OrganisationName> owner(Programme programme, Actor actor) {
        return programme.owner().map(id -> members.organisation(id).named());
    }

    /** The organisations that take part, as far as the actor is told: the Centre and the event's owner all. */
    @Transactional(readOnly = true)
    public List<OrganisationName> takingPart(UUID id, Actor actor) {
        var ids = programmes.takingPart(show(id, actor).event().id());
        var names = members.organisations(ids);
        return ids.stream().map(names::get).filter(Objects::nonNull).toList();
    }

    /** Starts an event; from the last one it takes over what belongs to it, each as far from the first day as it was. */
    public UUID start(NewProgramme programme, Actor actor) {
        requireKeeper(actor);
        var what = new NewEvent(
                EventKind.EVENT,
                programme.from(),
                Optional.of(programme.to()),
                programme.labelJa(),
                programme.labelEn());
        if (programme.owner().isPresent()
                && !programmes.owners().containsValue(programme.owner().get())) {
            throw new RuleBroken("insight.programme.owner-unknown");
        }
        var id = programmes.insert(what, programme.owner());
        programme.preset().ifPresent(last -> takeOver(show(last, actor), id, programme.from(), actor));
        audit.record(actor, "insight.event-started", id, Map.of("from", programme.from(), "to", programme.to()));
        return id;
    }

    private void takeOver(Programme last, UUID id, LocalDate from, Actor actor) {
        var shift = ChronoUnit.DAYS.between(last.period().from(), from);
        for (var part : last.parts()) {
            programmes.insertPart(
                    id,
                    new NewEvent(
                            part.kind(),
                            part.date().plusDays(shift),
                            part.what().end().map(end -> end.plusDays(shift)),
                            part.what().labelJa(),
                            part.what().labelEn()));
        }
        for (var organisation : programmes.takingPart(last.event().id())) {
            programmes.join(id, organisation, actor, clock.instant());
        }
    }

    /** A marker, a period or its normal days, in its own right a part of the calendar. */
    public UUID add(UUID id, NewEvent part, Actor actor) {
        requireKeeper(actor);
        show(id, actor);
        if (part.kind() == EventKind.EVENT || part.kind() == EventKind.HOLIDAY) {
            throw new RuleBroken("insight.event.kind-unknown");
        }
        var added = programmes.insertPart(id, part);
        audit.record(actor, "insight.event-added", added, Map.of("part-of", id, "date", part.date()));
        return added;
    }

    public void remove(UUID id, UUID part, Actor actor) {
        requireKeeper(actor);
        show(id, actor);
        if (programmes.deletePart(id, part) == 0) {
            throw new NotFound();
        }
        audit.record(actor, "insight.event-removed", part, Map.of("part-of", id));
    }

    /** Quiet, or on everybody's first page. */
    public void mode(UUID id, Programme.Mode mode, Actor actor) {
        requireKeeper(actor);
        show(id, actor);
        programmes.mode(id, mode);
        audit.record(actor, "insight.event-mode", id, Map.of("mode", mode));
    }

    /** The actor's organisation takes part, or does not any more. */
    public void takePart(UUID id, boolean joining, Actor actor) {
        show(id, actor);
        if (!mayJoin(actor)) {
            throw new NotAllowed();
        }
        if (joining) {
            programmes.join(id, actor.organisation(), actor, clock.instant());
        } else {
            programmes.leave(id, actor.organisation());
        }
        audit.record(
                actor,
                joining ? "insight.event-joined" : "insight.event-left",
                id,
                Map.of("organisation", actor.organisation()));
    }

    /** What the days so far were against its normal days, or else against the four weeks before; for the Centre. */
    @Transactional(readOnly = true)
    public Optional<Comparison> compare(UUID id, Actor actor) {
        var programme = show(id, actor);
        if (!days.atCentre() || programme.period().from().isAfter(today())) {
            return Optional.empty();
        }
        var until = programme.period().to().isAfter(today())
                ? today()
                : programme.period().to();
        var during = new Period(programme.period().from(), until);
        var normal = programme.parts().stream()
                .filter(part -> part.kind() == EventKind.NORMAL)
                .flatMap(part -> part.period().stream())
                .findFirst()
                .orElse(during.before(NORMAL_DAYS));
        var known = new Days(days.all(site.tz()));
        return Optional.of(new Comparison(
                during,
                normal,
                known.average(during, Day::logins),
                known.average(normal, Day::logins),
                known.average(during, Day::views),
                known.average(normal, Day::views)));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.tz());
    }

    private void requireKeeper(Actor actor) {
        if (!events.mayKeep(actor)) {
            throw new NotAllowed();
        }
    }
}
