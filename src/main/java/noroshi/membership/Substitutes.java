package noroshi.membership;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for a colleague who is away. What is addressed to the colleague's offices reaches the substitute too; what
 * the substitute may do is what their own seat allows, and what was sent to the colleague in person stays theirs.
 */
@Service
@Transactional
public class Substitutes {
    /** The longest somebody stands in for somebody else, in days. */
    public static final int LONGEST = 92;

    private static final int MOST = 50;

    /** Offices that somebody holds for a colleague only with the role that goes with it; custody is passed to nobody. */
    private static final Map<OfficeKind, Role> NEEDED = new EnumMap<>(Map.of(
            OfficeKind.DUTY_DESK, Role.WATCH_OFFICER,
            OfficeKind.EDITORS, Role.EDITOR,
            OfficeKind.APPROVERS, Role.APPROVER,
            OfficeKind.LIAISON_OC, Role.LIAISON_OC,
            OfficeKind.SECRETARIAT, Role.COMMUNITY_LEAD));

    private final SubstitutionStore store;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final SiteSettings site;
    private final Clock clock;

    Substitutes(
            SubstitutionStore store,
            Organisations organisations,
            AuditTrail audit,
            ApplicationEventPublisher events,
            SiteSettings site,
            Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.site = site;
        this.clock = clock;
    }

    /** Those of an organisation that run or will, for its people. */
    @Transactional(readOnly = true)
    public List<Substitution> of(UUID organisation, Actor actor) {
        organisations.show(organisation, actor);
        return store.of(organisation, clock.instant());
    }

    /** For whom the actor stands in now. */
    @Transactional(readOnly = true)
    public Supplier<List<Substitution>> mine(Actor actor) {
        return store.mine();
    }

    /** Whether the actor may name a substitute for this person. */
    public static boolean mayName(UUID person, UUID organisation, Actor actor) {
        return person.equals(actor.person()) && organisation.equals(actor.organisation())
                || Reach.mayAdminister(actor, organisation);
    }

    /**
     * Names a colleague who stands in.
     *
     * @param last day, included
     */
    public UUID name(UUID organisation, UUID person, UUID substitute, LocalDate first, LocalDate last, Actor actor) {
        organisations.show(organisation, actor);
        if (!mayName(person, organisation, actor)) {
            throw new NotAllowed();
        }
        var now = clock.instant();
        var since = since(first, now);
        var until = last.plusDays(1).atStartOfDay(site.tz()).toInstant();
        if (!until.isAfter(since) || Duration.between(since, until).toDays() > LONGEST) {
            throw new RuleBroken("membership.substitute.when", LONGEST);
        }
        if (store.of(organisation, now).size() >= MOST) {
            throw new RuleBroken("membership.substitute.too-many", MOST);
        }
        var roles = store.roles(substitute, organisation)
                .filter(found -> !substitute.equals(person))
                .orElseThrow(() -> new RuleBroken("membership.substitute.who"));
        if (store.roles(person, organisation).isEmpty()) {
            throw new RuleBroken("membership.substitute.who");
        }
        var offices = store.offices(person, organisation).stream()
                .filter(held -> mayHold(held.kind(), roles))
                .map(SubstitutionStore.Held::office)
                .toList();
        if (offices.isEmpty()) {
            throw new RuleBroken("membership.substitute.nothing");
        }
        var id = store.insert(organisation, person, substitute, since, until, actor, now);
        store.admit(id, offices);
        audit.record(
                actor,
                "substitute.named",
                person,
                Map.of("organisation", organisation, "substitute", substitute, "since", since, "until", until));
        return id;
    }

    /** Ends it before its time: whoever was away, whoever stands in, or who administers the organisation. Twice does no harm. */
    public void end(UUID id, Actor actor) {
        var it = store.find(id).orElseThrow(NotFound::new);
        if (!mayEnd(it, actor)) {
            throw new NotAllowed();
        }
        var now = clock.instant();
        if (!store.end(id, now)) {
            return;
        }
        events.publishEvent(new SubstitutionEnded(it.organisation(), id, actor.person(), now));
        audit.record(
                actor,
                "substitute.ended",
                it.person().id(),
                Map.of(
                        "organisation",
                        it.organisation(),
                        "substitute",
                        it.substitute().id()));
    }

    public static boolean mayEnd(Substitution it, Actor actor) {
        return it.person().id().equals(actor.person())
                || it.substitute().id().equals(actor.person())
                || Reach.mayAdminister(actor, it.organisation());
    }

    private static boolean mayHold(OfficeKind kind, Set<Role> roles) {
        var needed = NEEDED.get(kind);
        return kind == OfficeKind.WINDOW || needed != null && roles.contains(needed);
    }

    private Instant since(LocalDate first, Instant now) {
        var start = first.atStartOfDay(site.tz()).toInstant();
        if (first.isBefore(LocalDate.ofInstant(now, site.tz()))) {
            throw new RuleBroken("membership.substitute.when", LONGEST);
        }
        return start.isBefore(now) ? now : start;
    }

    /** The day it is where the platform stands. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.tz());
    }
}
