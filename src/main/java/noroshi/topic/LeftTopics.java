package noroshi.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.membership.LeftBehind;
import noroshi.membership.Withdrawal;
import noroshi.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What an organisation that withdraws shared with its name: it stays, marked, or is taken back. What it shared hidden
 * stays in any case: taken back at the same moment it would tell whose it was.
 */
@Component
class LeftTopics implements LeftBehind {
    private final LeftTopicsStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeftTopics(LeftTopicsStore store, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Entry> of(UUID organisation, Actor actor) {
        var counts = store.counts(organisation);
        return List.of(
                new Entry(
                        "topic.left.shared",
                        counts.shared(),
                        "/organisations/" + organisation + "/topics",
                        items(organisation, false)),
                new Entry("topic.left.unanswered", counts.unanswered(), "", items(organisation, true)));
    }

    private List<Item> items(UUID organisation, boolean unanswered) {
        return store.some(organisation, unanswered).entrySet().stream()
                .map(each -> new Item(each.getValue(), "/topics/" + each.getKey()))
                .toList();
    }

    @Override
    public void end(Withdrawal withdrawal, Actor actor) {
        if (!withdrawal.takeBack()) {
            return;
        }
        for (var topic : store.takeBack(withdrawal.organisation(), withdrawal.reason())) {
            audit.record(actor, "topic.withdrawn", topic, Map.of("organisation", withdrawal.organisation()));
            events.publishEvent(new TopicWithdrawn(topic, TopicWithdrawn.As.SOURCE, actor.person(), clock.instant()));
        }
    }
}
