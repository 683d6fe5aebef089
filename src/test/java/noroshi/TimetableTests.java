package noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** One job that takes long keeps no other waiting. */
@WholeHouse
class TimetableTests {
    @Autowired
    TaskScheduler scheduler;

    @Autowired
    List<ScheduledTaskHolder> holders;

    @Test
    void everyJobHasAThreadOfItsOwn() throws Exception {
        var jobs = holders.stream()
                .map(ScheduledTaskHolder::getScheduledTasks)
                .mapToInt(Collection::size)
                .sum();
        assertThat(jobs).isPositive();
        var all = new CountDownLatch(jobs);
        IntStream.range(0, jobs).forEach(each -> scheduler.schedule(() -> meet(all), Instant.now()));
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean meet(CountDownLatch all) {
        all.countDown();
        try {
            return all.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
