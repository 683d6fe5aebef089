package noroshi.testing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * What follows an act within a second goes on by itself, as in a running platform. Every other job is run by the tests
 * that ask about it: begun by the clock, it would change tables in the middle of a test that counts what changed.
 */
@TestComponent
public class JobsByHand {
    private static final Set<String> BY_THEMSELVES = Set.of(
            "noroshi.notification.SpreadNews.run",
            "noroshi.notification.Postman.run",
            "noroshi.notification.GatherDigests.run",
            "noroshi.intel.TakeImports.run",
            "noroshi.intel.taxii.CitationExchange.run");

    private final List<ScheduledTaskHolder> holders;

    JobsByHand(List<ScheduledTaskHolder> holders) {
        this.holders = holders;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        holders.stream()
                .map(ScheduledTaskHolder::getScheduledTasks)
                .flatMap(Collection::stream)
                .filter(task -> !BY_THEMSELVES.contains(task.toString()))
                .forEach(ScheduledTask::cancel);
    }
}
