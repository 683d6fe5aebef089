package noroshi.intel.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import noroshi.intel.ReceivedEnvelope;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever has the turn answers for all who wait, whatever happens. */
class TakingTurnsTests {
    private static final Collection COLLECTION = new Collection(
            UUID.randomUUID(),
            Optional.empty(),
            "Test",
            "",
            "",
            Tlp.GREEN,
            List.of(),
            List.of(),
            false,
            Clock.systemUTC().instant());

    /** Lets the others queue up, then breaks in a way that is no exception. */
    private static final class Breaking extends Ledger {
        private final CountDownLatch queued;

        @SuppressWarnings("NullAway") // nothing is written down before it breaks
        Breaking(CountDownLatch queued) {
            super(new LedgerStore(new JdbcTemplate()), null, null, null, Clock.systemUTC());
            this.queued = queued;
        }

        @Override
        Entered enter(Collection collection, List<Arrival> arrivals, Map<Lane.Key, Lane> lanes) {
            try {
                queued.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            }
            throw new OutOfMemoryError("as if");
        }
    }

    private static Veils veils() {
        return new Veils(new VeilStore(new JdbcTemplate()), new LedgerStore(new JdbcTemplate()));
    }

    @Test
    @Timeout(120)
    void anErrorLeavesNobodyWaiting() throws Exception {
        var queued = new CountDownLatch(1);
        var heads = new Heads(Clock.systemUTC());
        heads.of(COLLECTION.id()).lanes(Map.of());
        var writers = new Writers(
                heads,
                new Breaking(queued),
                new LedgerStore(new JdbcTemplate()) {
                    @Override
                    Map<Lane.Key, Lane> lanes(UUID collection) {
                        return Map.of();
                    }
                },
                veils());
        var envelope = ReceivedEnvelope.read("{\"objects\":[1]}".getBytes(StandardCharsets.UTF_8));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = List.of(
                    threads.submit(() -> writers.bring(COLLECTION, envelope, Cast.MIKA)),
                    threads.submit(() -> writers.bring(COLLECTION, envelope, Cast.MIKA)),
                    threads.submit(() -> writers.bring(COLLECTION, envelope, Cast.MIKA)));
            Thread.sleep(300);
            queued.countDown();
            for (var each : waiting) {
                assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS))
                        .rootCause()
                        .isInstanceOf(OutOfMemoryError.class);
            }
        }
        assertThat(heads.of(COLLECTION.id()).next(10, 10)).isEmpty();
    }

    /** Counts the envelopes of each commit; the first waits until others have queued up. */
    private static final class Counting extends Ledger {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch queued = new CountDownLatch(1);
        private final List<Integer> commits = new CopyOnWriteArrayList<>();

        @SuppressWarnings("NullAway") // nothing is written down
        Counting() {
            super(new LedgerStore(new JdbcTemplate()), null, null, null, Clock.systemUTC());
        }

        @Override
        Entered enter(Collection collection, List<Arrival> arrivals, Map<Lane.Key, Lane> lanes) {
            commits.add(arrivals.size());
            begun.countDown();
            try {
                assertThat(queued.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            }
            arrivals.forEach(arrival -> arrival.begin(Clock.systemUTC().instant()));
            return new Entered(commits.size(), Map.of(), false);
        }
    }

    @Test
    @Timeout(120)
    void whoWaitsMeanwhileSharesTheNextCommit() throws Exception {
        var ledger = new Counting();
        var heads = new Heads(Clock.systemUTC());
        heads.of(COLLECTION.id()).lanes(Map.of());
        var writers = new Writers(heads, ledger, new LedgerStore(new JdbcTemplate()), veils());
        var envelope = ReceivedEnvelope.read("{\"objects\":[1]}".getBytes(StandardCharsets.UTF_8));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> writers.bring(COLLECTION, envelope, Cast.MIKA));
            assertThat(ledger.begun.await(30, TimeUnit.SECONDS)).isTrue();
            var queued = new CopyOnWriteArrayList<Thread>();
            var others = IntStream.range(0, 7)
                    .mapToObj(n -> threads.submit(() -> {
                        queued.add(Thread.currentThread());
                        return writers.bring(COLLECTION, envelope, Cast.MIKA);
                    }))
                    .toList();
            await().during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> queued.size() == others.size()
                            && queued.stream().allMatch(each -> each.getState() == Thread.State.WAITING));
            assertThat(first.isDone()).as("answered before its commit").isFalse();
            ledger.queued.countDown();
            first.get(30, TimeUnit.SECONDS);
            for (var each : others) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(ledger.commits).containsExactly(1, 7);
    }
}
