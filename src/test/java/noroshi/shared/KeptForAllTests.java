package noroshi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class KeptForAllTests {
    private final Changes changes = new Changes();
    private Instant now = Instant.parse("2021-07-23T00:00:00Z");
    private final KeptForAll<Integer, String> kept = new KeptForAll<>(changes, new Moving(), 3);

    @BeforeEach
    void aPageIsMade() {
        TransactionSynchronizationManager.setCurrentTransactionName(Acting.PAGE);
    }

    @AfterEach
    void thePageIsDone() {
        TransactionSynchronizationManager.setCurrentTransactionName(null);
    }

    @Test
    void anAnswerIsKeptUntilSomethingIsStored() {
        kept.now().put(1, "鉄道");
        assertThat(kept.now()).containsEntry(1, "鉄道");
        changes.stored();
        assertThat(kept.now()).isEmpty();
    }

    @Test
    void whatWasAskedBeforeSomethingWasStoredIsNotKept() {
        var asked = kept.now();
        changes.stored();
        kept.now();
        asked.put(1, "旧い名前");
        assertThat(kept.now()).isEmpty();
    }

    @Test
    void itHoldsTenSecondsAtMost() {
        kept.now().put(1, "鉄道");
        now = now.plusSeconds(9);
        assertThat(kept.now()).isNotEmpty();
        now = now.plusSeconds(1);
        assertThat(kept.now()).isEmpty();
        kept.now().put(1, "鉄道");
        now = now.minus(Duration.ofDays(1));
        assertThat(kept.now()).as("the clock was set back").isEmpty();
    }

    @Test
    void itBeginsAnewWhenItIsFull() {
        for (int n = 1; n <= 2; n++) {
            kept.now().put(n, "名前");
        }
        assertThat(kept.now()).hasSize(2);
        kept.now().put(3, "名前");
        assertThat(kept.now()).isEmpty();
    }

    @Test
    void workThatStoresNeitherReadsNorLeavesAnything() {
        kept.now().put(1, "鉄道");
        TransactionSynchronizationManager.setCurrentTransactionName("noroshi.membership.Profiles.save");
        assertThat(kept.now()).isEmpty();
        kept.now().put(2, "書きかけ");
        TransactionSynchronizationManager.setCurrentTransactionName(Acting.PAGE);
        assertThat(kept.now()).containsOnlyKeys(1);
    }

    private final class Moving extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
