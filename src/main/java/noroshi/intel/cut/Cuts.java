package noroshi.intel.cut;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.audit.AuditTrail;
import noroshi.intel.Fields;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what is held back when objects leave: rounds note it, and a person of the source or the Centre decides. */
@Service
@Transactional(readOnly = true)
public class Cuts {
    /** A source is told once a day that something waits for it, however much it is. */
    private static final Duration QUIET = Duration.ofDays(1);

    private final CutStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cuts(CutStore store, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Who may learn that the actor's organisation stands behind what it brought, if it has chosen. */
    public Optional<Attribution> attribution(Actor actor) {
        return store.chosen(actor.organisation());
    }

    /** Whether what the actor's organisation brought before still goes out as it did before it chose. */
    public boolean following(Actor actor) {
        return store.following(actor.organisation());
    }

    /** Whether the actor speaks for their organisation towards others. */
    public static boolean speaks(Actor actor) {
        return actor.is(Role.ORG_ADMIN)
                || actor.is(Role.MEMBER_POC)
                || actor.is(Role.ADMINISTRATOR)
                || actor.is(Role.EDITOR);
    }

    @Transactional
    public void choose(Attribution choice, Actor actor) {
        if (!speaks(actor)) {
            throw new NotAllowed();
        }
        store.choose(actor.organisation(), choice, actor, clock.instant());
        audit.record(actor, "intel.attribution-chosen", actor.organisation(), Map.of("choice", choice.name()));
        events.publishEvent(new AttributionChosen(actor.organisation()));
    }

    /** The first of what there is for anybody. */
    public List<Cut> list(Actor actor) {
        return list(Optional.empty(), new Window(0, 200), actor);
    }

    /**
     * Of the actor's organisation; for the Centre also what is TLP:CLEAR or TLP:GREEN. What waits first.
     *
     * @param recipient a provider or a collection; otherwise all of them
     */
    public List<Cut> list(Optional<UUID> recipient, Window window, Actor actor) {
        return store.newest(actor.organisation(), recipient, window);
    }

    @Transactional
    public Cut show(UUID id, Actor actor) {
        var cut = known(id, actor);
        if (cut.tlp().restricted()) {
            audit.record(actor, "intel.cut-opened", id, Map.of("object", cut.stixId()));
        }
        return cut;
    }

    private Cut known(UUID id, Actor actor) {
        return store.visible(id)
                .filter(cut ->
                        cut.source().equals(actor.organisation()) || !cut.tlp().restricted())
                .orElseThrow(NotFound::new);
    }

    /** A person of the source; for what is TLP:CLEAR or TLP:GREEN also of the Centre. */
    public boolean mayRelease(Cut cut, Actor actor) {
        var free = cut.tlp() == Tlp.CLEAR || cut.tlp() == Tlp.GREEN;
        return cut.source().equals(actor.organisation()) && speaks(actor)
                || free && (actor.is(Role.EDITOR) || actor.is(Role.ADMINISTRATOR));
    }

    /** Whether the actor may be told which organisation the source is. */
    public boolean named(Cut cut, Actor actor) {
        return cut.source().equals(actor.organisation()) || store.attribution(cut.source()) != Attribution.NOBODY;
    }

    /** Lets some of the fields out, or none; once. */
    @Transactional
    public void release(UUID id, List<String> fields, Actor actor) {
        var cut = known(id, actor);
        if (!mayRelease(cut, actor)) {
            throw new NotAllowed();
        }
        var some = fields.stream().filter(cut.cut()::contains).distinct().toList();
        if (!some.isEmpty() && divided(cut, some).object().isEmpty()) {
            throw new RuleBroken("cut.not-whole");
        }
        if (!store.release(id, some, actor, clock.instant())) {
            throw new RuleBroken("cut.answered-already");
        }
        audit.record(
                actor, "intel.fields-released", id, Map.of("object", cut.stixId(), "fields", String.join(" ", some)));
    }

    /** Lets nothing out of these, as far as nobody has decided yet. Nobody lets words out together: these are read first. */
    @Transactional
    public void keepBack(Set<UUID> ids, Actor actor) {
        if (ids.isEmpty()) {
            throw new RuleBroken("cut.none-ticked");
        }
        var waiting = ids.stream()
                .map(id -> known(id, actor))
                .filter(cut -> cut.answer().isEmpty())
                .toList();
        if (waiting.isEmpty()) {
            throw new RuleBroken("cut.answered-already");
        }
        waiting.forEach(cut -> release(cut.id(), List.of(), actor));
    }

    /** An object that is about to leave, and how it is divided. */
    public record Held(
            UUID collection,
            String stixId,
            Optional<Instant> version,
            UUID source,
            UUID recipient,
            String recipientName,
            Tlp tlp,
            @SuppressWarnings("ArrayRecordComponent") byte[] object, // handed on, never compared
            Fields.Divided divided) {}

    /** How an object of that source leaves before anybody looked at it. */
    public Fields.Divided divide(byte[] object, UUID source, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return Fields.divide(object, Set.of(), store.attribution(source) == Attribution.EVERYONE);
    }

    /** Notes what is held back, so that a person can look at it. */
    @Transactional
    public void note(List<Held> held, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var now = clock.instant();
        var news = held.stream()
                .map(Held::source)
                .distinct()
                .filter(source -> store.quietSince(source, now.minus(QUIET)))
                .toList();
        var noted = held.stream()
                .filter(each -> store.note(each, now))
                .map(Held::source)
                .collect(Collectors.toSet());
        news.stream().filter(noted::contains).forEach(source -> events.publishEvent(new WordsHeld(source, now)));
    }

    /** What was let out for a provider and has not left yet, some at a time, from behind one on. */
    public List<Cut> due(UUID recipient, UUID collection, Optional<Cut> after, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return store.due(recipient, collection, after, clock.instant());
    }

    /** As it leaves with what was let out; nothing when it still cannot be without the rest. */
    public Optional<byte[]> released(Cut cut, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return divided(cut, cut.answer().map(Cut.Answer::released).orElse(List.of()))
                .object()
                .map(object -> cut.brought() ? Fields.renewed(object) : object);
    }

    private Fields.Divided divided(Cut cut, List<String> released) {
        var named = store.attribution(cut.source()) == Attribution.EVERYONE;
        return Fields.divide(cut.object(), Set.copyOf(released), named);
    }

    /** Notes that what was let out has left, or that it cannot, and is not tried again. */
    @Transactional
    public void ended(Cut cut, boolean hasLeft, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        store.ended(cut.id(), hasLeft, clock.instant());
    }
}
