package noroshi.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what a reader is told on the platform itself. */
@Service
@Transactional
public class Notifications {
    private final StoryStore stories;
    private final Clock clock;

    Notifications(StoryStore stories, Clock clock) {
        this.stories = stories;
        this.clock = clock;
    }

    /** What the actor was told and may read at this moment, the newest first. */
    @Transactional(readOnly = true)
    public List<Row> list(boolean unreadOnly, Window window, Actor actor) {
        return stories.list(unreadOnly, window).stream().map(Notifications::row).toList();
    }

    /** How many of them the actor has read neither here nor there, counted up to a limit. */
    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return stories.unread().get();
    }

    /** The same, asked together with what else the page asks. */
    @Transactional(readOnly = true)
    public Supplier<Integer> unreadLater(Actor actor) {
        return stories.unread();
    }

    /** Where one of them is read; whoever goes there has seen it. */
    public String open(UUID item, boolean seen, Actor actor) {
        var told = stories.find(item).orElseThrow(NotFound::new);
        if (seen) {
            stories.see(item);
        }
        return told.story().what().path(told.story().topic(), told.subject());
    }

    /** Everything that came until then is seen; what came meanwhile is not. */
    public void seeAll(Instant until, Actor actor) {
        var now = clock.instant();
        stories.seeAll(until.isAfter(now) ? now : until);
    }

    private static Row row(Told told) {
        return switch (Leaving.through(Channel.PAGE, told.story())) {
            case Shown.Titled titled -> new Row(titled, told.circle(), told.unread());
            case Shown less -> throw new IllegalStateException("a page shows less than its reader may read: " + less);
        };
    }
}
