package noroshi.bulletin;

import java.util.Map;
import java.util.Set;
import noroshi.shared.Actor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chases second reviews that are missing: halfway to the deadline, at it, and once more afterwards. */
@Component
class ChaseReviews {
    private final EditionStore editions;
    private final Journal journal;

    ChaseReviews(EditionStore editions, Journal journal) {
        this.editions = editions;
        this.journal = journal;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    @Transactional
    public void chase() {
        var now = journal.now();
        editions.chase(now)
                .forEach(step -> journal.tell(
                        new Actor(step.releasedBy(), step.organisation(), Set.of(), "job"),
                        "bulletin.review-chased",
                        step.topic(),
                        Map.of("version", step.version(), "step", step.name()),
                        new ReviewChased(step.topic(), step.version(), step.name(), now)));
    }
}
