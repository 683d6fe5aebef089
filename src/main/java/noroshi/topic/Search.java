package noroshi.topic;

import java.util.List;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what the actor may read; the access rule is part of the query. */
@Service
@Transactional(readOnly = true)
public class Search {
    private final SearchStore store;

    Search(SearchStore store) {
        this.store = store;
    }

    /** One page of results and whether there are more. */
    public record Found(List<SearchHit> hits, boolean more) {}

    public Found find(SearchQuery query, Level level, Actor actor) {
        return query.words().isBlank() ? new Found(List.of(), false) : store.find(query, level);
    }
}
