package noroshi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class KeptTests {
    private static final Actor MIKA = new Actor(UUID.randomUUID(), UUID.randomUUID(), Set.of(), "web");
    private static final Actor OTTO = new Actor(UUID.randomUUID(), UUID.randomUUID(), Set.of(), "web");

    private final Changes changes = new Changes();
    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2021-07-23T00:00:00Z");
    private final Kept<Integer> kept = new Kept<>(changes, new Moving(), 2);

    @Test
    void anAnswerIsKeptUntilSomethingIsStored() {
        assertThat(ask(MIKA)).isEqualTo(1);
        assertThat(ask(MIKA)).isEqualTo(1);
        changes.stored();
        assertThat(ask(MIKA)).isEqualTo(2);
    }

    @Test
    void nobodyGetsTheAnswerOfAnother() {
        assertThat(ask(MIKA)).isEqualTo(1);
        assertThat(ask(OTTO)).isEqualTo(2);
        var promoted = new Actor(MIKA.person(), MIKA.organisation(), Set.of(Role.EDITOR), "web");
        assertThat(ask(promoted)).isEqualTo(3);
    }

    @Test
    void itHoldsTenSecondsAtMost() {
        ask(MIKA);
        now = now.plusSeconds(9);
        assertThat(ask(MIKA)).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(ask(MIKA)).isEqualTo(2);
        now = now.minus(Duration.ofDays(1));
        assertThat(ask(MIKA)).isEqualTo(3);
    }

    @Test
    void whatIsStoredWhileItIsWorkedOutMakesItOld() {
        kept.ask(MIKA, "", () -> {
            changes.stored();
            return asked.incrementAndGet();
        });
        assertThat(ask(MIKA)).isEqualTo(2);
    }

    @Test
    void anOpeningConcernsItsReaderAndTheirColleaguesOnceItIsStored() {
        var colleague = new Actor(UUID.randomUUID(), MIKA.organisation(), Set.of(), "web");
        ask(colleague);
        ask(OTTO);
        inTransaction(() -> changes.opened(MIKA), true);
        assertThat(ask(OTTO)).isEqualTo(2);
        assertThat(ask(colleague)).isEqualTo(3);
    }

    @Test
    void whatAFailingPageWorkedOutIsNotKept() {
        inTransaction(() -> ask(MIKA), false);
        assertThat(ask(MIKA)).isEqualTo(2);
        inTransaction(() -> ask(OTTO), true);
        assertThat(ask(OTTO)).isEqualTo(3);
    }

    @Test
    void anAnswerIsAsOldAsTheTransactionThatReadIt() {
        TransactionSynchronizationManager.bindResource(changes, changes.look(MIKA));
        try {
            changes.stored();
            ask(MIKA);
        } finally {
            TransactionSynchronizationManager.unbindResource(changes);
        }
        assertThat(ask(MIKA)).isEqualTo(2);
    }

    @Test
    void onlyTheLastAreKept() {
        ask(MIKA);
        ask(OTTO);
        ask(new Actor(UUID.randomUUID(), UUID.randomUUID(), Set.of(), "web"));
        assertThat(ask(OTTO)).isEqualTo(2);
        assertThat(ask(MIKA)).isEqualTo(4);
    }

    private int ask(Actor actor) {
        return kept.ask(actor, "", asked::incrementAndGet);
    }

    private static void inTransaction(Runnable work, boolean stored) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            work.run();
            if (stored) {
                TransactionSynchronizationUtils.triggerAfterCommit();
            }
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private final class Moving extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
