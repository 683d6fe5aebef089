package noroshi.intel.lists;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * What an event of a feed says to a machine after what it said before. Every change moves the event, and what changed in it,
 * by a second at least, as feeds count. What is missing without a word is deleted for whoever loaded it.
 */
final class Telling {
    private final Told before;
    private final Instant now;
    private final Map<UUID, MispEvent.Attribute> shown = new LinkedHashMap<>();
    private final Map<UUID, Told.Attribute> kept = new LinkedHashMap<>();
    private boolean moved;

    private Telling(Told before, Instant now) {
        this.before = before;
        this.now = now;
    }

    /** The event, if anything is left to say in it, and what is to be kept of it. */
    record Outcome(Optional<MispEvent> event, Told told) {}

    /**
     * @param handed whether the machine loads the event itself now
     * @param since what was deleted earlier is forgotten
     */
    static Outcome of(Optional<MispEvent> fresh, Told before, boolean handed, Instant now, Instant since) {
        var telling = new Telling(before, now);
        fresh.ifPresent(event -> event.attributes().forEach((id, each) -> telling.say(id, each, handed)));
        before.attributes().forEach((id, each) -> telling.miss(id, each, since));
        return telling.outcome(fresh);
    }

    private void say(UUID id, MispEvent.Attribute attribute, boolean handed) {
        var known = Optional.ofNullable(before.attributes().get(id));
        var state = attribute.state();
        var same = known.filter(each -> each.state().equals(state)).map(Told.Attribute::at);
        moved |= same.isEmpty();
        var said = attribute.at().truncatedTo(ChronoUnit.SECONDS);
        var at = same.orElseGet(() -> known.map(each -> later(said, each.at())).orElse(said));
        shown.put(id, attribute.moved(at));
        kept.put(
                id,
                new Told.Attribute(
                        attribute.type(),
                        attribute.text(),
                        attribute.tlp(),
                        state,
                        attribute.deleted(),
                        handed || known.filter(Told.Attribute::given).isPresent(),
                        at));
    }

    private void miss(UUID id, Told.Attribute told, Instant since) {
        if (kept.containsKey(id) || !told.given() || told.deleted() && told.at().isBefore(since)) {
            return;
        }
        moved |= !told.deleted();
        var at = told.deleted() ? told.at() : later(now, told.at());
        kept.put(id, new Told.Attribute(told.type(), told.text(), told.tlp(), "", true, true, at));
        shown.put(id, new MispEvent.Attribute(told.type(), told.text(), true, "", told.tlp(), at, at));
    }

    private Outcome outcome(Optional<MispEvent> fresh) {
        if (shown.isEmpty()) {
            return new Outcome(Optional.empty(), Told.NOTHING);
        }
        var tlp = shown.values().stream().map(MispEvent.Attribute::tlp).reduce(Tlp.CLEAR, Tlp::strictest);
        var widest = fresh.map(MispEvent::tlp).orElse(Tlp.CLEAR).strictest(tlp);
        var title = fresh.map(MispEvent::title).orElseGet(() -> MispList.untitled(widest));
        var event = new MispEvent(title, widest, before.at().orElse(now), shown);
        if (before.at().isPresent() && (moved || !event.head().equals(before.head()))) {
            event = new MispEvent(title, widest, later(now, before.at().get()), shown);
        }
        return new Outcome(Optional.of(event), new Told(event.head(), Optional.of(event.at()), kept));
    }

    private static Instant later(Instant moment, Instant than) {
        return moment.isAfter(than) ? moment : than.plusSeconds(1);
    }
}
