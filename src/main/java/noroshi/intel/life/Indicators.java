package noroshi.intel.life;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.audit.AuditTrail;
import noroshi.intel.Spelling;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to values: they are looked up, taken back, and seen; each reader gets what their own sources say. */
@Service
@Transactional(readOnly = true)
public class Indicators {
    private static final int LONGEST_REASON = 1_000;
    private static final int AT_ONCE = 50;
    private static final int TYPES_OF_ONE_TEXT = 4;

    private final ValueStore values;
    private final SightingStore sightings;
    private final Decay decay;
    private final AuditTrail audit;
    private final Clock clock;

    Indicators(ValueStore values, SightingStore sightings, Decay decay, AuditTrail audit, Clock clock) {
        this.values = values;
        this.sightings = sightings;
        this.decay = decay;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the actor may read of the values asked for, by type and value. */
    public List<Life> find(Asked asked, Window window, Actor actor) {
        return asked.nothing() ? List.of() : lives(values.find(asked, window));
    }

    /** All that the actor may read of these whole values. */
    public List<Life> all(List<Spelling.Form> forms, Actor actor) {
        return IntStream.iterate(0, from -> from < forms.size(), from -> from + AT_ONCE)
                .mapToObj(from -> Asked.whole(forms.subList(from, Math.min(from + AT_ONCE, forms.size()))))
                .flatMap(some -> find(some, new Window(0, AT_ONCE * TYPES_OF_ONE_TEXT), actor).stream())
                .collect(Collectors.toMap(Life::id, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Which of the whole values asked for a script finds nothing of. */
    public List<String> absent(Asked asked, Actor actor) {
        var known = all(asked.forms(), actor).stream()
                .flatMap(life -> withoutRed(life).stream())
                .map(Life::value)
                .collect(Collectors.toSet());
        return asked.texts().stream().filter(text -> !known.contains(text)).toList();
    }

    /** The values that something was said of last. */
    public List<Life> newest(int size, Actor actor) {
        return lives(values.newest(size));
    }

    private List<Life> lives(List<UUID> ids) {
        var known = values.values(ids).stream().collect(Collectors.toMap(ValueStore.Value::id, Function.identity()));
        var said = values.said(ids).stream()
                .collect(Collectors.groupingBy(
                        ValueStore.Line::value, Collectors.mapping(ValueStore.Line::saying, Collectors.toList())));
        var now = clock.instant();
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .filter(value -> said.containsKey(value.id()))
                .map(value -> life(value, said.getOrDefault(value.id(), List.of()), now))
                .toList();
    }

    private Life life(ValueStore.Value value, List<Saying> sayings, Instant now) {
        return Life.of(value.id(), value.type(), value.text(), sayings, decay, now);
    }

    /** A value without what is for named persons, for interfaces: what a script fetches nobody can keep to them. */
    public Optional<Life> withoutRed(Life life) {
        var open = life.sayings().stream()
                .filter(saying -> saying.tlp() != Tlp.RED)
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Life.of(life.id(), life.type(), life.value(), open, decay, clock.instant()));
    }

    /** Opens one value; what is restricted leaves a trace. */
    @Transactional
    public Life show(UUID id, Actor actor) {
        return opened(known(id), actor);
    }

    /** Opens what of a value may be fetched by a script; what is for named persons alone is not there, and leaves no trace. */
    @Transactional
    public Life showWithoutRed(UUID id, Actor actor) {
        return opened(withoutRed(known(id)).orElseThrow(NotFound::new), actor);
    }

    private Life opened(Life life, Actor actor) {
        if (life.tlp().restricted()) {
            audit.record(actor, "intel.indicator-opened", life.id(), Map.of());
        }
        return life;
    }

    private Life known(UUID id) {
        return lives(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Takes back what the actor's own side says of a value: it leaves every list at its next load. */
    @Transactional
    public void withdraw(UUID id, String reason, Actor actor) {
        requireOwn(id, actor);
        var why = reason.strip();
        if (why.isEmpty()) {
            throw new RuleBroken("indicator.withdraw.reason");
        }
        if (why.length() > LONGEST_REASON) {
            throw new RuleBroken("indicator.reason-too-long", LONGEST_REASON);
        }
        var now = clock.instant();
        var taken = values.withdrawSources(id, actor.organisation(), why, now) + values.withdrawCitations(id, why, now);
        audit.record(actor, "intel.indicator-withdrawn", id, Map.of("sources", taken));
    }

    private void requireOwn(UUID id, Actor actor) {
        var rights = rights(known(id), actor);
        if (!rights.mayWithdraw() && !rights.mayRestore()) {
            throw new NotAllowed();
        }
    }

    /** Says again what somebody of the actor's own side had taken back. */
    @Transactional
    public void restore(UUID id, Actor actor) {
        requireOwn(id, actor);
        var said = values.restore(id);
        audit.record(actor, "intel.indicator-restored", id, Map.of("sources", said));
    }

    /** One click: we have seen it, or have looked and not found it. */
    @Transactional
    public void sight(UUID id, boolean seen, Actor actor) {
        var now = clock.instant();
        sight(new Sighting(id, seen, 1, now, now), actor);
    }

    /** What a machine counted. */
    @Transactional
    public void sight(Sighting sighting, Actor actor) {
        known(sighting.value());
        var now = clock.instant();
        if (sighting.number() < 0 || sighting.number() > Sighting.MOST) {
            throw new RuleBroken("indicator.sighting.number", Sighting.MOST);
        }
        if (sighting.lastAt().isBefore(sighting.firstAt()) || sighting.lastAt().isAfter(now.plusSeconds(300))) {
            throw new RuleBroken("indicator.sighting.time");
        }
        sightings.put(sighting, actor, now);
        audit.record(actor, "intel.sighted", sighting.value(), Map.of("seen", sighting.seen()));
    }

    /** What a script counted of one value. */
    public record Count(boolean seen, int number, Instant firstAt, Instant lastAt) {}

    /** Takes what a script counted of a value that it may read; what is for named persons alone is not there. */
    @Transactional
    public Life count(UUID id, Count count, Actor actor) {
        var life = withoutRed(known(id)).orElseThrow(NotFound::new);
        sight(new Sighting(id, count.seen(), count.number(), count.firstAt(), count.lastAt()), actor);
        return life;
    }

    /** The same, by the value itself. */
    @Transactional
    public Life count(Spelling.Form form, Count count, Actor actor) {
        var named = find(Asked.whole(List.of(form)), new Window(0, TYPES_OF_ONE_TEXT), actor).stream()
                .filter(life -> life.type() == form.type())
                .findFirst()
                .orElseThrow(NotFound::new);
        return count(named.id(), count, actor);
    }

    /** Whether the actor's own side says something of a value that it can take back, or has taken back. */
    public record Rights(boolean mayWithdraw, boolean mayRestore) {}

    public Rights rights(Life life, Actor actor) {
        return values.rights(life.id(), actor.organisation());
    }

    /** What the actor's own organisation said. */
    public Optional<Sighting> own(UUID id, Actor actor) {
        return sightings.of(id, actor.organisation());
    }

    /** How many organisations have seen it, as far as the actor is told. */
    public Tally tally(UUID id, Actor actor) {
        return sightings.tally(List.of(id)).getOrDefault(id, Tally.NONE);
    }

    public Map<UUID, Tally> tallies(List<UUID> ids, Actor actor) {
        return sightings.tally(ids);
    }

    public int score(Life life, Saying saying) {
        return decay.score(life.type(), saying, clock.instant());
    }

    public long halfLifeDays(Life life) {
        return decay.halfLife(life.type()).toDays();
    }
}
