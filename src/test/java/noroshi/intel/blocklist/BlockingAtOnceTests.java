package noroshi.intel.blocklist;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Papers;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One pushes a list while another takes it back: nothing stays blocked of a list that is over. */
@WholeHouse
class BlockingAtOnceTests {
    @Autowired
    Blocklists blocklists;

    @Autowired
    Confirmations confirmations;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoPushesWhileItIsTakenBackIsToldSo() throws Exception {
        var list = list();
        blocklists.push(list, Set.of(POWER), ED);
        oneAfterTheOther(
                DANA,
                () -> blocklists.takeBackAll(list, "終わりました", DANA),
                () -> assertThatThrownBy(() -> blocklists.push(list, Set.of(RAILWAY), ED))
                        .isInstanceOfSatisfying(
                                RuleBroken.class, it -> assertThat(it.key()).isEqualTo("blocklist.rule.over")));
        assertThat(confirmations.received(list, MIKA)).isEmpty();
    }

    @Test
    void whatIsBeingPushedIsTakenBackWithTheRest() throws Exception {
        var list = list();
        oneAfterTheOther(
                ED,
                () -> blocklists.push(list, Set.of(RAILWAY), ED),
                () -> blocklists.takeBackAll(list, "終わりました", DANA));
        assertThat(confirmations.received(list, MIKA).orElseThrow().sent())
                .isNotEmpty()
                .noneMatch(Sent::live);
    }

    /** The second begins before the first one's transaction ends, and waits for it. */
    private void oneAfterTheOther(Actor actor, Runnable first, Runnable second) throws Exception {
        var done = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> Acting.as(
                    actor,
                    () -> transaction.execute(_ -> {
                        first.run();
                        done.countDown();
                        return waited(end);
                    })));
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            var other = threads.submit(second);
            try {
                Thread.sleep(300);
                assertThat(other.isDone()).as("waits for the first").isFalse();
            } finally {
                end.countDown();
            }
            assertThat(one.get()).isTrue();
            other.get();
        }
    }

    private static boolean waited(CountDownLatch end) {
        try {
            return end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private UUID list() {
        return blocklists.make(
                new NewBlocklist(
                        "偽サイトの遮断", "", Tlp.GREEN, List.of(new Spelling.Form(IndicatorType.DOMAIN, Papers.name()))),
                ED);
    }
}
