package noroshi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class BrieflyTests {
    private static final int MANY = 8;

    private final Changes changes = new Changes();
    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2021-07-23T00:00:00Z");
    private final InstantSource clock = () -> now;
    private final Briefly<String, Integer> known = new Briefly<>(changes, clock.withZone(ZoneOffset.UTC));

    @Test
    void anAnswerIsRememberedUntilSomethingIsStored() {
        assertThat(ask()).contains(1);
        assertThat(ask()).contains(1);
        changes.stored();
        assertThat(ask()).contains(2);
    }

    @Test
    void itHoldsHalfASecondAtMost() {
        ask();
        now = now.plusMillis(499);
        assertThat(ask()).contains(1);
        now = now.plusMillis(1);
        assertThat(ask()).contains(2);
        now = now.minusSeconds(60);
        assertThat(ask()).contains(3);
    }

    @Test
    void whatIsStoredWhileItIsAskedMakesItOld() {
        known.ask("", () -> {
            changes.stored();
            return Optional.of(asked.incrementAndGet());
        });
        assertThat(ask()).contains(2);
    }

    @Test
    void thatThereIsNothingIsNotRemembered() {
        ask();
        changes.stored();
        assertThat(known.ask("", Optional::empty)).isEmpty();
        assertThat(ask()).contains(2);
    }

    @Test
    void ofManyAtOnceOneAsks() throws Exception {
        var all = new CountDownLatch(MANY);
        Callable<Optional<Integer>> one = () -> {
            all.countDown();
            return known.ask("", () -> {
                await(all);
                return Optional.of(asked.incrementAndGet());
            });
        };
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            assertThat(threads.invokeAll(Stream.generate(() -> one).limit(MANY).toList()))
                    .allSatisfy(answer -> assertThat(answer.get()).contains(1));
        }
    }

    @Test
    void whoeverHoldsAConnectionDoesNotWait() throws Exception {
        try (var threads = Executors.newFixedThreadPool(1)) {
            known.ask("", () -> {
                var inside = threads.submit(() -> {
                    TransactionSynchronizationManager.setActualTransactionActive(true);
                    return ask();
                });
                try {
                    assertThat(inside.get(20, TimeUnit.SECONDS)).contains(1);
                } catch (Exception waited) {
                    throw new AssertionError("it waited for somebody who may wait for its connection", waited);
                }
                return Optional.of(2);
            });
        }
        assertThat(ask()).contains(2);
    }

    private Optional<Integer> ask() {
        return known.ask("", () -> Optional.of(asked.incrementAndGet()));
    }

    private static void await(CountDownLatch all) {
        try {
            all.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
