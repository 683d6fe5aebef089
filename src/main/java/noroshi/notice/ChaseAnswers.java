package noroshi.notice;

import java.util.Map;
import java.util.Set;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Climbs the ladder for notices without an answer: reminder, second contact, telephone. */
@Component
class ChaseAnswers {
    private final DutyStore duties;
    private final Members members;
    private final Journal journal;

    ChaseAnswers(DutyStore duties, Members members, Journal journal) {
        this.duties = duties;
        this.members = members;
        this.journal = journal;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT25S")
    @Transactional
    public void chase() {
        var now = journal.now();
        members.centre()
                .ifPresent(centre -> duties.chase(now)
                        .forEach(step -> journal.tell(
                                new Actor(step.sentBy(), centre, Set.of(), "job"),
                                "notice.chased",
                                step.topic(),
                                Map.of("round", step.round(), "step", step.name()),
                                new NoticeChased(step.topic(), step.organisation(), step.name(), now))));
    }
}
