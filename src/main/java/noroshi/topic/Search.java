package noroshi.topic;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what the actor may read; the access rule is part of the query. */
@Service
@Transactional(readOnly = true)
public class Search {
    private static final Duration LOOKED_BACK = Duration.ofDays(365);

    private final SearchStore store;
    private final Clock clock;

    Search(SearchStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One page of results and whether there are more. */
    public record Found(List<SearchHit> hits, boolean more) {}

    public Found find(SearchQuery query, Level level, Actor actor) {
        return query.words().isBlank() ? new Found(List.of(), false) : store.find(query, level);
    }

    /** Topics of the last year with words of this title, the nearest first: perhaps it has been asked before. */
    public List<TopicRow> similar(String title, Level level, Actor actor) {
        return title.isBlank()
                ? List.of()
                : store.similar(title, clock.instant().minus(LOOKED_BACK), level);
    }
}
