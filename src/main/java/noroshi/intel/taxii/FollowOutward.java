package noroshi.intel.taxii;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import noroshi.intel.Leaving;
import noroshi.intel.cut.Cut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes of what stands in collections the copies that readers at providers are handed: in the order of the collection, some
 * at a time, and anew where something changed or a person let words out. Each step may be done again without harm.
 */
@Component
class FollowOutward {
    private static final Logger LOG = LoggerFactory.getLogger(FollowOutward.class);
    private static final int AT_ONCE = 200;
    private static final Leaving NOTHING = new Leaving(Optional.empty(), Optional.empty(), Optional.empty());

    private final OutwardSteps steps;
    private final Veils veils;
    private final Clock clock;

    FollowOutward(OutwardSteps steps, Veils veils, Clock clock) {
        this.steps = steps;
        this.veils = veils;
        this.clock = clock;
    }

    /** Whoever may read since a moment ago is served, too. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT15S")
    public synchronized void run() {
        steps.look();
        follow();
    }

    /** Everything that waits; of each shelf some in turn. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT16S")
    public synchronized void follow() {
        var waiting = steps.waiting();
        while (!waiting.isEmpty()) {
            waiting = waiting.stream().filter(this::goOn).toList();
        }
    }

    private boolean goOn(OutwardStore.Waiting waiting) {
        try {
            return step(waiting);
        } catch (RuntimeException fault) {
            LOG.error("what providers read on shelf {} does not follow", waiting.shelf(), fault);
            return false;
        }
    }

    /** Answers whether there may be more. */
    private boolean step(OutwardStore.Waiting waiting) {
        var some = steps.some(waiting.shelf(), AT_ONCE);
        var copies = some.stream()
                .flatMap(place -> place.standing().map(entry -> copy(place, entry)).stream())
                .toList();
        var dues = some.stream().flatMap(place -> place.due().stream()).toList();
        steps.put(waiting.shelf(), dues, copies, done(waiting, some), clock.instant());
        return !some.isEmpty();
    }

    /** What was added up to the last that was found; all of it when nothing was. */
    private static long done(OutwardStore.Waiting waiting, List<OutwardStore.Place> some) {
        if (some.isEmpty()) {
            return waiting.head();
        }
        return some.reversed().stream()
                .filter(place -> place.due().isEmpty())
                .findFirst()
                .flatMap(OutwardStore.Place::standing)
                .map(OutwardStore.Standing::position)
                .orElse(Long.MIN_VALUE);
    }

    private OutwardStore.Copy copy(OutwardStore.Place place, OutwardStore.Standing entry) {
        var leaving = leaving(place, entry);
        var object = leaving.object().map(bytes -> veils.unnamed(entry.source(), bytes));
        return new OutwardStore.Copy(
                place.id(),
                place.base(),
                entry,
                object,
                leaving.modified().flatMap(Stamp::parse).orElse(place.base()),
                leaving.modified().map(Stamp::digits).orElse(entry.digits()),
                leaving.held());
    }

    private static Leaving leaving(OutwardStore.Place place, OutwardStore.Standing entry) {
        if (!entry.cut()) {
            return NOTHING;
        }
        try {
            return Leaving.of(entry.raw(), entry.answer().map(Cut.Answer::released), entry.named(), entry.went());
        } catch (RuntimeException fault) {
            LOG.error("{} cannot be divided and stays", place.id(), fault);
            return NOTHING;
        }
    }
}
