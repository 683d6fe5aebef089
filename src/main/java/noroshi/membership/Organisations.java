package noroshi.membership;

import java.time.Clock;
import java.time.LocalDate;
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
import noroshi.site.SiteSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisations come, change, pause and go; what they were keeps its dates. */
@Service
@Transactional
public class Organisations {
    private static final int YEARS = 10;

    private final OrganisationStore organisations;
    private final MemberStore members;
    private final List<LeftBehind> leftBehind;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Organisations(
            OrganisationStore organisations,
            MemberStore members,
            List<LeftBehind> leftBehind,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            SiteSettings settings) {
        this.organisations = organisations;
        this.members = members;
        this.leftBehind = List.copyOf(leftBehind);
        this.audit = audit;
        this.events = events;
        this.clock = clock.withZone(settings.tz());
    }

    /** Who takes part is itself worth protecting: the whole list is the Centre's. */
    @Transactional(readOnly = true)
    public List<OrganisationRow> list(OrganisationFilter filter, Locale locale, Window window, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return organisations.list(filter, today(), locale, window);
    }

    /** One's own organisation, and for the Centre's administrators every one. */
    @Transactional(readOnly = true)
    public Organisation show(UUID id, Actor actor) {
        var own = members.seats(actor.person()).stream()
                .anyMatch(seat -> seat.organisation().id().equals(id));
        if (!own && !actor.is(Role.ADMINISTRATOR)) {
            throw new NotFound();
        }
        return members.organisation(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Map<Trait, Set<String>> traits(UUID id) {
        return organisations.traits(id, today());
    }

    /** What it was, is and is going to be, by kind and day. */
    @Transactional(readOnly = true)
    public List<Period> periods(UUID id, Actor actor) {
        return organisations.periods(show(id, actor).id());
    }

    @Transactional(readOnly = true)
    public Set<Entitlement> entitlements(UUID id) {
        return organisations.entitlements(id, today());
    }

    /** What may be chosen today. */
    @Transactional(readOnly = true)
    public List<Reference> references(Trait trait) {
        return organisations.references(trait, today());
    }

    /** The Centre takes an organisation in; it becomes active when its first person comes. */
    public UUID found(NewOrganisation organisation, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var id = enter(organisation, Organisation.Status.INVITED);
        audit.record(actor, "organisation.invited", id, Map.of("code", organisation.code()));
        return id;
    }

    /** Enters an organisation in the register; the caller has checked the right. */
    UUID enter(NewOrganisation organisation, Organisation.Status status) {
        if (!organisation.code().matches("[a-z0-9][a-z0-9-]{1,40}")) {
            throw new RuleBroken("membership.organisation.code");
        }
        Names.check(organisation.name(), organisation.nameEn());
        var id = UUID.randomUUID();
        if (!organisations.found(id, organisation, status)) {
            throw new RuleBroken("membership.organisation.code-taken", organisation.code());
        }
        var category = organisation.category();
        var categories = category.isEmpty() ? Set.<String>of() : Set.of(category);
        organisations.be(id, Trait.CATEGORY, known(Trait.CATEGORY, categories, today()), today());
        return id;
    }

    /** Changes how it is named and called. */
    public void rename(UUID id, String name, String nameEn, Contact contact, Actor actor) {
        var organisation = administered(id, actor);
        if (!name.equals(organisation.name()) || !nameEn.equals(organisation.nameEn())) {
            Names.check(name, nameEn);
        }
        organisations.rename(id, name, nameEn, contact);
        audit.record(actor, "organisation.renamed", id, Map.of("was", organisation.name(), "contact", contact.shown()));
    }

    /** Changes what it is, from today on. */
    public void be(UUID id, Map<Trait, Set<String>> traits, Actor actor) {
        be(id, traits, today(), actor);
    }

    /** Changes what it is from a day on, in place of whatever was planned for later. */
    public void be(UUID id, Map<Trait, Set<String>> traits, LocalDate from, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        lock(id);
        if (from.isBefore(today().minusYears(YEARS)) || from.isAfter(today().plusYears(YEARS))) {
            throw new RuleBroken("membership.traits.from-far", YEARS);
        }
        traits.forEach((trait, codes) -> organisations.be(id, trait, known(trait, codes, from), from));
        audit.record(actor, "organisation.described", id, Map.of("traits", traits.toString(), "from", from));
    }

    /** Suspends, resumes or withdraws; whoever sits there stops reading with the next request. */
    public void move(UUID id, Organisation.Status to, String reason, Actor actor) {
        if (to == Organisation.Status.WITHDRAWN) {
            withdraw(new Withdrawal(id, reason, false), actor);
        } else if (moves(id, to, actor)) {
            moved(id, to, reason, actor);
        }
    }

    /** Withdraws, and ends with it what nobody is left to look after. */
    public void withdraw(Withdrawal withdrawal, Actor actor) {
        var id = withdrawal.organisation();
        if (moves(id, Organisation.Status.WITHDRAWN, actor)) {
            if (withdrawal.takeBack() && withdrawal.reason().isBlank()) {
                throw new RuleBroken("topic.reason-missing");
            }
            leftBehind.forEach(each -> each.end(withdrawal, actor));
            moved(id, Organisation.Status.WITHDRAWN, withdrawal.reason(), actor);
        }
    }

    /** What an organisation would leave behind. */
    @Transactional(readOnly = true)
    public List<LeftBehind.Entry> leftBehind(UUID id, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return leftBehind.stream().flatMap(each -> each.of(id, actor).stream()).toList();
    }

    private boolean moves(UUID id, Organisation.Status to, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        if (id.equals(actor.organisation())) {
            throw new RuleBroken("membership.organisation.own");
        }
        return lock(id) != to;
    }

    /** An invited organisation takes part as soon as its first person is there. */
    void firstPersonCame(UUID id, Actor actor) {
        if (lock(id) == Organisation.Status.INVITED) {
            moved(id, Organisation.Status.ACTIVE, "", actor);
        }
    }

    /** An applicant is accepted, or not; the caller has checked the right. */
    void moved(UUID id, Organisation.Status to, String reason, Actor actor) {
        var from = lock(id);
        if (!from.mayBecome(to)) {
            throw new RuleBroken("membership.organisation.transition");
        }
        organisations.move(id, to, today());
        audit.record(
                actor,
                "organisation." + to.name().toLowerCase(Locale.ROOT),
                id,
                Map.of("from", from, "reason", reason));
        events.publishEvent(new OrganisationMoved(id, to, actor.person()));
    }

    private Organisation.Status lock(UUID id) {
        return organisations.lock(id).orElseThrow(NotFound::new);
    }

    private Organisation administered(UUID id, Actor actor) {
        var organisation = show(id, actor);
        if (!Reach.mayAdminister(actor, id)) {
            throw new NotAllowed();
        }
        return organisation;
    }

    private Set<String> known(Trait trait, Set<String> codes, LocalDate day) {
        var known = organisations.references(trait, day).stream()
                .map(Reference::code)
                .toList();
        if (!known.containsAll(codes)) {
            throw new RuleBroken("membership.organisation.unknown-trait");
        }
        return codes;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
