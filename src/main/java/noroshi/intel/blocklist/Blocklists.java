package noroshi.intel.blocklist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.audit.AuditTrail;
import noroshi.intel.Spelling;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of those at the Centre who compose lists, push them, and take back what should be blocked no longer. */
@Service
@Transactional(readOnly = true)
public class Blocklists {
    /** How many organisations are asked in one step. */
    public static final int RECIPIENTS = 100;

    private static final int NEWEST = 200;
    private static final int BULLETINS = 20;
    private static final int LONGEST_REASON = 1_000;

    private final BlocklistStore store;
    private final Judging judging;
    private final ConfirmationStore confirmations;
    private final WarningLists warnings;
    private final BlocklistSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blocklists(
            BlocklistStore store,
            Judging judging,
            ConfirmationStore confirmations,
            WarningLists warnings,
            BlocklistSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.judging = judging;
        this.confirmations = confirmations;
        this.warnings = warnings;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the actor works with lists at the Centre. */
    public boolean blocking(Actor actor) {
        return store.blocking();
    }

    private void requireBlocking() {
        if (!store.blocking()) {
            throw new NotAllowed();
        }
    }

    /** Microseconds: what the database keeps of a moment. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public List<Blocklist> all(Actor actor) {
        return store.blocking() ? store.newest(NEWEST) : List.of();
    }

    @Transactional
    public UUID make(NewBlocklist made, Actor actor) {
        requireBlocking();
        var id = UUID.randomUUID();
        store.add(id, made, actor, now());
        audit.record(
                actor,
                "intel.blocklist-made",
                id,
                Map.of("tlp", made.tlp().name(), "values", made.forms().size()));
        return id;
    }

    /** Opens a list: for the Centre, and for those it was pushed to; what is restricted leaves a trace. */
    @Transactional
    public Blocklist show(UUID id, Actor actor) {
        var list = known(id);
        if (list.tlp().restricted()) {
            audit.record(actor, "intel.blocklist-opened", id, Map.of());
        }
        return list;
    }

    private Blocklist known(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    private Blocklist mine(UUID id) {
        var list = known(id);
        requireBlocking();
        return list;
    }

    public List<Entry> entries(UUID id, Actor actor) {
        return store.entries(known(id).id());
    }

    /** What keeps values of a list from going anywhere: warning lists without an exception, and what is a member's own. */
    public Map<Spelling.Form, List<Hit>> blocked(List<Entry> entries, Actor actor) {
        return warnings.blocking(entries.stream().map(Entry::form).toList(), actor);
    }

    /** What may go to whom. */
    public List<Reach> reach(UUID id, Collection<UUID> organisations, Actor actor) {
        return judging.reach(mine(id), organisations, actor);
    }

    /** The values that wait for whoever reported them; where they stand is told to who reads that. */
    public List<Reporters.Told> waiting(UUID id, Actor actor) {
        return judging.waiting(mine(id), actor);
    }

    public List<Sent> sent(UUID id, Actor actor) {
        return store.sent(mine(id).id(), Optional.empty());
    }

    public List<Standing> standings(List<UUID> lists, Actor actor) {
        return store.blocking() ? confirmations.standings(lists) : List.of();
    }

    public List<Product> products(UUID id, Actor actor) {
        return confirmations.products(mine(id).id());
    }

    public Set<UUID> providers(Actor actor) {
        return store.providers();
    }

    /** A bulletin whose values can be taken over. */
    public record Naming(UUID topic, String title, int values) {}

    public List<Naming> bulletins(Actor actor) {
        return store.naming(BULLETINS).stream()
                .map(each -> new Naming(each.topic(), each.title(), each.values()))
                .toList();
    }

    /** The values that a bulletin names, as far as the actor reads it. */
    public List<String> named(UUID topic, Actor actor) {
        return store.named(topic, NewBlocklist.MOST);
    }

    /** Brings what may go to organisations that do not have the list yet, and asks them to answer. */
    @Transactional
    public int push(UUID id, Set<UUID> organisations, Actor actor) {
        var list = mine(id);
        if (store.hold(id).flatMap(Blocklist::takenBack).isPresent()) {
            throw new RuleBroken("blocklist.rule.over");
        }
        if (organisations.isEmpty() || organisations.size() > RECIPIENTS) {
            throw new RuleBroken("blocklist.rule.recipients", RECIPIENTS);
        }
        var has = confirmations.standings(List.of(id)).stream()
                .map(Standing::organisation)
                .collect(Collectors.toSet());
        var entries = store.entries(id);
        var blocked = blocked(entries, actor);
        var free = entries.stream()
                .filter(entry -> !blocked.containsKey(entry.form()))
                .map(Entry::value)
                .collect(Collectors.toSet());
        var reach = judging.reach(list, organisations, actor).stream()
                .filter(each -> free.contains(each.value()) && !has.contains(each.organisation()))
                .toList();
        var going = reach.stream().filter(Reach::goes).toList();
        var recipients = going.stream().map(Reach::organisation).collect(Collectors.toSet());
        if (recipients.isEmpty()) {
            var waits = reach.stream().anyMatch(each -> each.refusal().equals(Optional.of(Reach.Refusal.DESK)));
            throw new RuleBroken(waits ? "blocklist.rule.desk" : "blocklist.rule.nothing");
        }
        var now = now();
        recipients.forEach(each -> store.push(id, each, actor, now, now.plus(settings.registerWithin())));
        store.send(id, going, now);
        audit.record(
                actor,
                "intel.blocklist-pushed",
                id,
                Map.of("organisations", List.copyOf(recipients), "values", going.size()));
        events.publishEvent(new BlocklistPushed(id, now));
        return recipients.size();
    }

    /** Takes one value of a list back from whoever got it. */
    @Transactional
    public void takeBack(UUID id, UUID value, String reason, Actor actor) {
        var list = mine(id);
        var why = reason(reason);
        if (store.entries(id).stream().noneMatch(entry -> entry.value().equals(value))) {
            throw new NotFound();
        }
        var now = now();
        var back = new Blocklist.TakenBack(now, Blocklist.How.PERSON, why);
        var changed = store.takeBack(Optional.of(list.id()), List.of(value), back, now.plus(settings.letGoWithin()));
        if (changed.isEmpty()) {
            throw new RuleBroken("blocklist.rule.not-there");
        }
        audit.record(actor, "intel.blocklist-value-taken-back", id, Map.of("value", value));
        events.publishEvent(new BlocklistTakenBack(id, now));
    }

    /** Takes the whole list back: nothing of it goes anywhere any more. */
    @Transactional
    public void takeBackAll(UUID id, String reason, Actor actor) {
        var list = mine(id);
        var why = reason(reason);
        var now = now();
        if (!store.close(list.id(), why, actor, now)) {
            throw new RuleBroken("blocklist.rule.over");
        }
        var values = store.entries(id).stream().map(Entry::value).toList();
        var back = new Blocklist.TakenBack(now, Blocklist.How.PERSON, why);
        var changed = store.takeBack(Optional.of(id), values, back, now.plus(settings.letGoWithin()));
        audit.record(actor, "intel.blocklist-taken-back", id, Map.of());
        if (!changed.isEmpty()) {
            events.publishEvent(new BlocklistTakenBack(id, now));
        }
    }

    private static String reason(String typed) {
        var why = typed.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new RuleBroken("blocklist.rule.reason", LONGEST_REASON);
        }
        return why;
    }

    /** Asks everybody again who has not answered. */
    @Transactional
    public int remind(UUID id, Actor actor) {
        var list = mine(id);
        var now = now();
        var asked = confirmations.remind(list.id(), now);
        if (asked == 0) {
            throw new RuleBroken("blocklist.rule.nobody-owes");
        }
        audit.record(actor, "intel.blocklist-reminded", id, Map.of("organisations", asked));
        events.publishEvent(new BlocklistReminded(id, now));
        return asked;
    }

    /** The lists that somebody has not answered in time, for the Centre's worklist. */
    public List<UUID> late(Actor actor) {
        return store.blocking() ? confirmations.late(now()) : List.of();
    }

    /**
     * Takes back everywhere what its sources say no longer, what has become some member's own, and what a warning list
     * names now.
     */
    @Transactional
    public void follow(Actor actor) {
        requireBlocking();
        var now = now();
        var due = now.plus(settings.letGoWithin());
        var changed = new HashSet<>(store.follow(now, due));
        var live = store.live();
        var blocked = warnings.blocking(live.stream().map(Entry::form).toList(), actor);
        for (var own : List.of(true, false)) {
            var values = live.stream()
                    .filter(entry -> blocked.containsKey(entry.form()))
                    .filter(entry -> own
                            == blocked.getOrDefault(entry.form(), List.of()).stream()
                                    .anyMatch(Hit.OwnAsset.class::isInstance))
                    .map(Entry::value)
                    .toList();
            if (!values.isEmpty()) {
                var how = own ? Blocklist.How.OWN : Blocklist.How.WARNING;
                changed.addAll(store.takeBack(Optional.empty(), values, new Blocklist.TakenBack(now, how, ""), due));
            }
        }
        changed.forEach(list -> {
            audit.record(actor, "intel.blocklist-followed", list, Map.of());
            events.publishEvent(new BlocklistTakenBack(list, now));
        });
    }
}
