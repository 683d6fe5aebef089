package noroshi.intel.taxii;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Pages as bytes. A page that has a next one stays as it is for all who may read the same shelves, until something in
 * the collection is changed that was there before; the last page stays until the next commit. Kept is what is asked for
 * a second time: whoever walks through a collection would otherwise push out what everybody asks for, and fill the old
 * generation of the heap with bytes that nobody wants again.
 */
@Component
class PageCache {
    private static final long MOST_BYTES = 40L * 1024 * 1024;
    private static final long LARGEST = 4L * 1024 * 1024;
    private static final int ASKED = 4096;

    private final Map<Seen, Kept> pages = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<Key, Boolean> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > ASKED;
        }
    };
    private long bytes;

    record Key(UUID collection, List<Integer> shelves, Question question, boolean manifest) {}

    /** A page by the eye that it was read for: everybody's, unless that eye sees more names on it. */
    private record Seen(Key key, Eye eye) {}

    /** When a page was read: it must have begun no later than what it shows. */
    record Moment(long epoch, long commits) {
        static Moment of(Heads.Head head) {
            return new Moment(head.epoch(), head.commits());
        }
    }

    private record Kept(Envelope page, Moment moment) {
        boolean holds(Moment now) {
            return moment.epoch() == now.epoch() && (page.more() || moment.commits() == now.commits());
        }
    }

    synchronized Optional<Envelope> find(Key key, Eye eye, Moment now) {
        return held(new Seen(key, Eye.STRANGER), now)
                .filter(page -> page.suits(eye))
                .or(() -> held(new Seen(key, eye), now));
    }

    private Optional<Envelope> held(Seen seen, Moment now) {
        var kept = pages.get(seen);
        return kept == null || !kept.holds(now) ? Optional.empty() : Optional.of(kept.page());
    }

    synchronized void keep(Key key, Eye eye, Envelope page, Moment moment) {
        var seen = new Seen(key, page.suits(eye) ? Eye.STRANGER : eye);
        if (page.weight() > LARGEST || !pages.containsKey(seen) && asked.put(key, true) == null) {
            return;
        }
        var before = pages.put(seen, new Kept(page, moment));
        bytes += page.weight() - (before == null ? 0 : before.page().weight());
        var eldest = pages.values().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().page().weight();
            eldest.remove();
        }
    }
}
