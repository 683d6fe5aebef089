package noroshi.intel.taxii;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** What this process, the only one on its database, knows of each collection besides the tables. */
@Component
class Heads {
    private static final long MOMENT_NANOS = 2_000_000;
    private static final int FEW_OBJECTS = 100;

    /** Of smaller objects the largest page holds as many as it is asked for. */
    static final int LARGE = 4096;

    private final Map<UUID, Head> heads = new ConcurrentHashMap<>();
    private final long start;

    Heads(Clock clock) {
        this.start = clock.millis();
    }

    Head of(UUID collection) {
        return heads.computeIfAbsent(collection, id -> new Head(start));
    }

    /** One collection: its queue of envelopes, and how far its pages may be trusted. */
    static final class Head {
        private final ReentrantLock turn = new ReentrantLock();
        private final ReentrantLock queue = new ReentrantLock();
        private final Condition enough = queue.newCondition();
        private final Deque<Arrival> waiting = new ArrayDeque<>();
        private boolean led;
        private int expected;
        private Map<Lane.Key, Lane> lanes = Map.of();
        private boolean lanesKnown;
        private volatile long position = -1;
        private volatile boolean learned;
        private volatile boolean large;
        private volatile long epoch;
        private volatile long commits;

        Head(long start) {
            epoch = start;
        }

        ReentrantLock turn() {
            return turn;
        }

        /** Whoever finds nobody at work leads the next commit, in which everybody who waits takes part. */
        void queue(Arrival arrival) {
            queue.lock();
            try {
                waiting.add(arrival);
                if (!led) {
                    led = true;
                    arrival.lead();
                } else if (waiting.size() >= expected) {
                    enough.signal();
                }
            } finally {
                queue.unlock();
            }
        }

        /** The envelopes that may share one commit; at least one, and the leader's is the first. */
        List<Arrival> next(int mostObjects, long mostBytes) {
            queue.lock();
            try {
                waitForAsManyAsBefore();
                var some = new ArrayList<Arrival>();
                var objects = 0;
                var bytes = 0L;
                while (!waiting.isEmpty()) {
                    var arrival = waiting.getFirst();
                    objects += arrival.objects().size();
                    bytes += arrival.text().length;
                    if (!some.isEmpty() && (objects > mostObjects || bytes > mostBytes)) {
                        break;
                    }
                    some.add(waiting.removeFirst());
                }
                expected = objects <= FEW_OBJECTS ? some.size() : 0;
                return some;
            } finally {
                queue.unlock();
            }
        }

        /** Machines that were answered together come back together: a commit is dearer than this moment. */
        private void waitForAsManyAsBefore() {
            var left = MOMENT_NANOS;
            while (left > 0 && waiting.size() < expected) {
                try {
                    left = enough.awaitNanos(left);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        /** After a commit: somebody who waits leads the next. */
        void handOn(Arrival leader) {
            queue.lock();
            try {
                if (waiting.peekFirst() == leader) {
                    waiting.removeFirst();
                }
                led = !waiting.isEmpty();
                if (led) {
                    waiting.getFirst().lead();
                }
            } finally {
                queue.unlock();
            }
        }

        boolean lanesKnown() {
            return lanesKnown;
        }

        Map<Lane.Key, Lane> lanes() {
            return lanes;
        }

        void lanes(Map<Lane.Key, Lane> more) {
            if (!more.isEmpty() || !lanesKnown) {
                var all = new HashMap<>(lanes);
                all.putAll(more);
                lanes = Map.copyOf(all);
                lanesKnown = true;
            }
        }

        /** Lanes that a failed commit took back must be asked for again. */
        void forgetLanes() {
            lanes = Map.of();
            lanesKnown = false;
        }

        /** After a commit, before its senders hear of it. */
        synchronized void moved(long last, boolean rewritten) {
            if (rewritten) {
                epoch++;
            }
            position = Math.max(position, last);
            commits++;
        }

        /** What the table says, once after the start. */
        synchronized void learn(LedgerStore.Stand stand) {
            large = large || stand.large();
            position = Math.max(position, stand.position());
            learned = true;
        }

        boolean learned() {
            return learned;
        }

        /** Objects arrive of which a page may not hold as many as it is asked for; before they are committed. */
        void takesLarge() {
            large = true;
        }

        boolean large() {
            return large;
        }

        /** The last position, or less than any when this process has not written yet. */
        long position() {
            return position;
        }

        /** Changes whenever something changed that was there before, and with every start of the platform. */
        long epoch() {
            return epoch;
        }

        /** Changes with every commit. */
        long commits() {
            return commits;
        }
    }
}
