package noroshi.topic;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches that a reader keeps for themselves. */
@Service
@Transactional
public class SavedSearches {
    private static final int MOST = 30;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2000;

    private static final Window FEED = new Window(0, 50);
    private static final Window NEWS = new Window(0, 100);
    private static final int AT_ONCE = 500;

    private final SavedSearchStore store;
    private final Search search;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SavedSearches(
            SavedSearchStore store, Search search, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.search = search;
        this.audit = audit;
        this.events = events;
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
        audit.record(actor, "topic.search-kept", actor.person(), Map.of());
    }

    /** Whether the actor is told of what a search of theirs finds from now on. */
    public void tell(UUID id, boolean told, Actor actor) {
        if (store.tell(id, told ? Optional.of(clock.instant()) : Optional.empty()) == 0) {
            throw new NotFound();
        }
        audit.record(actor, "topic.search-told", id, Map.of("told", told));
    }

    /** What a search of the actor's finds now, the newest first, each topic once. */
    @Transactional(readOnly = true)
    public List<TopicRow> newest(UUID id, Level level, Actor actor) {
        var kept = store.find(id).orElseThrow(NotFound::new);
        return topics(kept, Optional.empty(), FEED, level, actor);
    }

    /** Searches to be looked through with the eyes of their owners; each is handed out once. For a job. */
    List<SavedSearchStore.Due> take() {
        var now = clock.instant();
        return store.take(now, now, AT_ONCE);
    }

    /** Tells of what a search has newly found. */
    void look(UUID id, Instant since, Actor actor) {
        var now = clock.instant();
        store.find(id).filter(SavedSearch::told).ifPresent(kept -> {
            for (var row : topics(kept, Optional.of(since), NEWS, Level.GENERAL, actor)) {
                if (store.match(id, actor.person(), row.id(), now)) {
                    events.publishEvent(new SearchMatched(id, actor.person(), row.id(), now));
                }
            }
        });
    }

    private List<TopicRow> topics(SavedSearch kept, Optional<Instant> since, Window window, Level level, Actor actor) {
        var query = SearchFields.parse(kept.query()).query(since, SearchQuery.Sort.DATE, window);
        return search.find(query, level, actor).hits().stream()
                .map(SearchHit::topic)
                .distinct()
                .toList();
    }

    public void forget(UUID id, Actor actor) {
        if (store.forget(id)) {
            audit.record(actor, "topic.search-forgotten", id, Map.of());
        }
    }
}
