package noroshi.notification;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import noroshi.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that something came: an id and a count. It listens only while somebody does, with one connection for
 * all of them.
 */
@Component
public class NewsLine implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(NewsLine.class);
    private static final int PATIENCE = 1000;
    private static final long REST = 2000;

    private final NewsLineStore store;
    private final Map<UUID, Set<Consumer<News>>> listeners = new ConcurrentHashMap<>();

    private volatile boolean over;

    @Nullable
    private Thread thread;

    NewsLine(NewsLineStore store) {
        this.store = store;
    }

    /** What a page is told. */
    public record News(UUID item, int unread) {}

    /** From now on the page is told, until it hangs up. */
    public Runnable listen(Consumer<News> page, Actor actor) {
        listeners.compute(actor.person(), (person, known) -> {
            var pages = known == null ? ConcurrentHashMap.<Consumer<News>>newKeySet() : known;
            pages.add(page);
            return pages;
        });
        start();
        return () -> listeners.computeIfPresent(actor.person(), (person, pages) -> {
            pages.remove(page);
            return pages.isEmpty() ? null : pages;
        });
    }

    /** How many people have pages open. */
    int listening() {
        return listeners.size();
    }

    private synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("news-line").start(this::run);
        }
    }

    private void run() {
        while (wanted()) {
            try (var line = store.open()) {
                while (!over && !listeners.isEmpty()) {
                    line.hear(PATIENCE).forEach(this::tell);
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warn("open pages hear nothing for a moment: {}", e.getMessage());
                rest();
            }
        }
    }

    /** Decided under the lock of {@link #start}, so that whoever comes at this moment is heard. */
    private synchronized boolean wanted() {
        if (over || listeners.isEmpty()) {
            thread = null;
            return false;
        }
        return true;
    }

    private void tell(UUID happening) {
        for (var count : store.counts(happening, Set.copyOf(listeners.keySet()))) {
            var news = new News(count.item(), count.unread());
            listeners.getOrDefault(count.person(), Set.of()).forEach(page -> page.accept(news));
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        over = true;
    }
}
