package noroshi.topic;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members shared and nobody answered in time: for the duty desk, and for the leads of its community. */
@Service
@Transactional(readOnly = true)
public class Unanswered {
    static final int MOST = 100;
    private static final Duration LOOKED_BACK = Duration.ofDays(60);

    private final TopicStore topics;
    private final ContributionStore store;
    private final TopicSettings settings;
    private final Clock clock;

    Unanswered(TopicStore topics, ContributionStore store, TopicSettings settings, Clock clock) {
        this.topics = topics;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** The longest waiting first, at most a hundred; empty for whoever looks after nothing. */
    public List<TopicRow> topics(Level level, Actor actor) {
        var now = clock.instant();
        return topics.rows(
                        store.ids(now.minus(LOOKED_BACK), now.minus(settings.answerWithin()), MOST)
                                .get(),
                        level)
                .get();
    }

    /** How many there are, at most a hundred. */
    public Supplier<Integer> count(Actor actor) {
        var now = clock.instant();
        var found = store.ids(now.minus(LOOKED_BACK), now.minus(settings.answerWithin()), MOST);
        return () -> found.get().size();
    }

    /** Whether the actor looks after answers at all. */
    public boolean looksAfter(Actor actor) {
        return topics.onDuty() || store.leads();
    }

    /** After how long silence is nobody's fault any more but the platform's. */
    public Duration within() {
        return settings.answerWithin();
    }
}
