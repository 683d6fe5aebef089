package noroshi.notice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.LeftBehind;
import noroshi.membership.Withdrawal;
import noroshi.shared.Actor;
import noroshi.topic.TopicWithdrawn;
import org.springframework.stereotype.Component;

/** Notices that an organisation has not answered when it withdraws: nobody is left to answer, and nobody is chased. */
@Component
class LeftNotices implements LeftBehind {
    private final DutyStore duties;
    private final NoticeStore notices;
    private final Journal journal;

    LeftNotices(DutyStore duties, NoticeStore notices, Journal journal) {
        this.duties = duties;
        this.notices = notices;
        this.journal = journal;
    }

    @Override
    public List<Entry> of(UUID organisation, Actor actor) {
        var path = notices.watching() ? "/notices?organisation=" + organisation : "";
        return List.of(new Entry("notice.left", duties.leftBy(organisation), path));
    }

    @Override
    public void end(Withdrawal withdrawal, Actor actor) {
        for (var topic : duties.takeBack(withdrawal.organisation(), withdrawal.reason())) {
            journal.tell(
                    actor,
                    "notice.taken-back",
                    topic,
                    Map.of("organisation", withdrawal.organisation()),
                    new TopicWithdrawn(topic, TopicWithdrawn.As.SOURCE, actor.person(), journal.now()));
        }
    }
}
