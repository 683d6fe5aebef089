package noroshi.intel.lists;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The feed of MISP as one machine hears it: what it says now, and that something changed since. */
@Service
class Feeds {
    private final ToldStore store;
    private final String site;
    private final Clock clock;

    Feeds(ToldStore store, SiteSettings settings, Clock clock) {
        this.store = store;
        this.site = settings.site().name();
        this.clock = clock;
    }

    /** All events, none of which the machine loads now. */
    @Transactional
    public MispList all(Selection selection, Actor actor) {
        return told(selection, Optional.empty(), actor);
    }

    /** One event as the machine loads it now. */
    @Transactional
    public MispList one(UUID event, Selection selection, Actor actor) {
        return told(selection, Optional.of(event), actor);
    }

    private MispList told(Selection selection, Optional<UUID> one, Actor actor) {
        var fresh = MispList.of(selection, site).events();
        store.lock(actor.person());
        var told = store.told(actor.person(), one);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var events = new LinkedHashMap<UUID, MispEvent>();
        var changes = new ArrayList<ToldStore.Change>();
        var ids = new LinkedHashSet<>(fresh.keySet());
        ids.addAll(told.keySet());
        one.ifPresent(only -> ids.removeIf(id -> !id.equals(only)));
        for (var id : ids) {
            var before = told.getOrDefault(id, Told.NOTHING);
            var outcome = Telling.of(
                    Optional.ofNullable(fresh.get(id)), before, one.isPresent(), now, now.minus(Lists.REMEMBERED));
            outcome.event().ifPresent(event -> events.put(id, event));
            if (!outcome.told().equals(before)) {
                changes.add(new ToldStore.Change(id, before, outcome.told()));
            }
        }
        store.keep(actor.person(), changes);
        return new MispList(site, events);
    }
}
