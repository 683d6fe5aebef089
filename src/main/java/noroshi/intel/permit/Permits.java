package noroshi.intel.permit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what sources permit: the Centre asks, whoever brought the object answers and may take it back. */
@Service
@Transactional(readOnly = true)
public class Permits {
    private static final int LONGEST_WORDS = 1_000;
    private static final int MOST_DAYS = 366;

    private final PermitStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Permits(PermitStore store, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public UUID ask(NewPermit wanted, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        var now = clock.instant();
        if (store.to(wanted.recipient()).stream()
                .anyMatch(known -> known.collection().equals(wanted.collection())
                        && known.stixId().equals(wanted.stixId())
                        && known.source().equals(wanted.source())
                        && known.standing(now) == Permit.Standing.GIVEN)) {
            throw new RuleBroken("permit.given-already");
        }
        var id = UUID.randomUUID();
        try {
            if (!store.ask(id, wanted, actor, now)) {
                throw new NotFound();
            }
        } catch (DuplicateKeyException waiting) {
            throw new RuleBroken("permit.asked-already");
        }
        audit.record(
                actor, "intel.permit-asked", id, Map.of("object", wanted.stixId(), "provider", wanted.recipient()));
        events.publishEvent(new PermitAsked(id, now));
        return id;
    }

    /** What the actor's organisation is asked as a source, what waits first. */
    public List<Permit> own(Actor actor) {
        return store.of(actor.organisation());
    }

    /** What was asked for one provider, for the Centre. */
    public List<Permit> to(UUID recipient, Actor actor) {
        return store.to(recipient);
    }

    /** For the source and for the Centre that asks. */
    public Permit show(UUID id, Actor actor) {
        return store.visible(id).orElseThrow(NotFound::new);
    }

    /** The source answers: its administrator or whoever holds its window, at the Centre its administrators and editors. */
    public boolean mayAnswer(Permit permit, Actor actor) {
        return permit.source().equals(actor.organisation())
                && (actor.is(Role.ORG_ADMIN)
                        || actor.is(Role.MEMBER_POC)
                        || actor.is(Role.ADMINISTRATOR)
                        || actor.is(Role.EDITOR));
    }

    /**
     * Yes or no, with words; a yes holds for some days, or until it is taken back.
     *
     * @param days how long a yes holds; without a number until it is taken back
     */
    @Transactional
    public void answer(UUID id, boolean yes, String words, Optional<Integer> days, Actor actor) {
        var permit = asked(id, actor);
        var said = words.strip();
        if (said.length() > LONGEST_WORDS) {
            throw new RuleBroken("permit.words", LONGEST_WORDS);
        }
        if (said.isEmpty() && !yes) {
            throw new RuleBroken("permit.reason");
        }
        if (days.filter(number -> number < 1 || number > MOST_DAYS).isPresent()) {
            throw new RuleBroken("permit.days", MOST_DAYS);
        }
        if (permit.askedBy().equals(actor.person())) {
            throw new RuleBroken("permit.second-person");
        }
        var now = clock.instant();
        var until = yes ? days.map(number -> now.plus(Duration.ofDays(number))) : Optional.<Instant>empty();
        if (!store.answer(id, new Permit.Answer(yes, said, until, now), actor)) {
            throw new RuleBroken("permit.answered-already");
        }
        audit.record(actor, yes ? "intel.permit-given" : "intel.permit-refused", id, Map.of("object", permit.stixId()));
        events.publishEvent(new PermitAnswered(id, false, now));
    }

    /** Nothing more is brought from now on. */
    @Transactional
    public void revoke(UUID id, Actor actor) {
        var permit = asked(id, actor);
        var now = clock.instant();
        if (!store.revoke(id, actor, now)) {
            throw new RuleBroken("permit.not-given");
        }
        audit.record(actor, "intel.permit-revoked", id, Map.of("object", permit.stixId()));
        events.publishEvent(new PermitAnswered(id, true, now));
    }

    private Permit asked(UUID id, Actor actor) {
        var permit = show(id, actor);
        if (!mayAnswer(permit, actor)) {
            throw new NotAllowed();
        }
        return permit;
    }

    /** A permit in force, and the version that it has not brought yet. */
    public record Due(Permit permit, long version) {}

    /** What a round may bring beside what is TLP:CLEAR or TLP:GREEN. */
    public List<Due> due(UUID recipient, UUID collection, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return store.due(recipient, collection, clock.instant()).stream()
                .map(due -> new Due(due.permit(), due.version()))
                .toList();
    }

    /** The permit in force under which an object waits whole for a person to let words out. */
    public Optional<Due> waiting(UUID recipient, UUID collection, String stixId, UUID source, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return store.waiting(recipient, collection, stixId, source, clock.instant())
                .map(due -> new Due(due.permit(), due.version()));
    }

    /** An object as its source brought it, under the label that was decided then. */
    public record Permitted(byte[] object, Tlp tlp) {}

    /** What is due, when its permit still holds at this moment. */
    public Optional<Permitted> permitted(Due due, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return store.permitted(due.permit().id(), due.version(), clock.instant());
    }

    /** Notes that a round has brought it. */
    @Transactional
    public void sent(Due due, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        store.sent(due.permit().id(), due.version(), clock.instant());
        audit.record(
                actor,
                "intel.permitted-object-sent",
                due.permit().id(),
                Map.of("object", due.permit().stixId(), "provider", due.permit().recipient()));
    }

    /** The Centre notes that the recipient has deleted what it got under a permit that was taken back. */
    @Transactional
    public void deleted(UUID id, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        if (!store.deleted(id, clock.instant())) {
            throw new RuleBroken("permit.nothing-to-delete");
        }
        audit.record(actor, "intel.permitted-object-deleted", id, Map.of());
    }

    /** For pages: the moment terms are compared with. */
    public Instant now() {
        return clock.instant();
    }
}
