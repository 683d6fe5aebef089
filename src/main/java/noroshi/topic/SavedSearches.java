package noroshi.topic;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches that a reader keeps for themselves. */
@Service
@Transactional
public class SavedSearches {
    private static final int MOST = 30;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2000;

    private final SavedSearchStore store;
    private final Clock clock;

    SavedSearches(SavedSearchStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One's own, by name. */
    @Transactional(readOnly = true)
    public List<SavedSearch> mine(Actor actor) {
        return store.all();
    }

    /** Keeps a search under a name; the same name again means the new one. */
    public void keep(String name, String query, Actor actor) {
        var words = name.strip();
        if (words.isEmpty() || words.length() > LONGEST_NAME) {
            throw new RuleBroken("topic.search.name-missing", LONGEST_NAME);
        }
        if (query.isEmpty() || query.length() > LONGEST_QUERY) {
            throw new RuleBroken("topic.search.nothing-to-keep");
        }
        var known = store.all();
        if (known.size() >= MOST && known.stream().noneMatch(each -> each.name().equals(words))) {
            throw new RuleBroken("topic.search.too-many", MOST);
        }
        store.keep(actor.person(), words, query, clock.instant());
    }

    public void forget(UUID id, Actor actor) {
        store.forget(id);
    }
}
