package noroshi.intel.taxii.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Memory for bodies that are being read: so much for all, and no more than a part of it for one machine. */
final class Room {
    private final long most;
    private final long mostOfOne;
    private final Duration patience;
    private final Map<UUID, Long> taken = new HashMap<>();
    private long total;

    /**
     * How much there is.
     *
     * @param patience how long a body waits for others to be done
     */
    Room(long most, long mostOfOne, Duration patience) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.patience = patience;
    }

    /** What one body takes; given back when it is closed. */
    final class Share implements AutoCloseable {
        private final UUID account;
        private long bytes;

        private Share(UUID account) {
            this.account = account;
        }

        boolean take(int more) {
            var given = Room.this.take(account, more);
            bytes += given ? more : 0;
            return given;
        }

        @Override
        public void close() {
            give(account, bytes);
            bytes = 0;
        }
    }

    Share of(UUID account) {
        return new Share(account);
    }

    private synchronized boolean take(UUID account, long bytes) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (total + bytes > most || taken.getOrDefault(account, 0L) + bytes > mostOfOne) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || !waited(left)) {
                return false;
            }
        }
        total += bytes;
        taken.merge(account, bytes, Long::sum);
        return true;
    }

    private boolean waited(long millis) {
        try {
            wait(millis);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void give(UUID account, long bytes) {
        total -= bytes;
        taken.computeIfPresent(account, (id, held) -> held > bytes ? held - bytes : null);
        notifyAll();
    }
}
