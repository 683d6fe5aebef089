package noroshi.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Watches the database while the platform runs: a built-in one that was killed is started again, and if another process
 * took the database meanwhile, this one ends.
 */
@Component
class KeepTheDatabase implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(KeepTheDatabase.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final OneProcess process;
    private final Optional<BuiltIn> builtIn;
    private final Thread watch = Thread.ofVirtual().name("database-watch").unstarted(this::watch);

    KeepTheDatabase(OneProcess process, Optional<BuiltIn> builtIn) {
        this.process = process;
        this.builtIn = builtIn;
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        watch.start();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (!process.hold()) {
                LOG.error("another Noroshi has taken this database; this one ends");
                Thread.ofPlatform().start(() -> System.exit(1));
            }
        } catch (SQLException gone) {
            LOG.warn("the database does not answer; trying to reach it again");
            bringBack();
        }
    }

    private void bringBack() {
        try {
            builtIn.ifPresent(database -> database.server().start());
        } catch (CannotStart stillDown) {
            LOG.error("the built-in database does not come back", stillDown);
        }
    }

    @Override
    public void destroy() {
        watch.interrupt();
    }
}
