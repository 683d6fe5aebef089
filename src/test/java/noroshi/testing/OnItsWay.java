package noroshi.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What happened is told behind the act that made it happen. A test that says somebody was <em>not</em> told waits until
 * everything has been; one that says something was settled before it was told holds the telling back meanwhile.
 */
@TestComponent
public class OnItsWay {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApplicationContext context;
    private final Environment environment;

    public OnItsWay(ApplicationContext context, Environment environment) {
        this.context = context;
        this.environment = environment;
    }

    /** Returns when nothing waits to be told, here or in another house at the same database. */
    public void untilTold() {
        var end = Instant.now().plus(PATIENCE);
        while (waiting() > 0) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("something was not told within " + PATIENCE);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Several acts, of which nothing is told before the last is done. */
    public void heldBack(Runnable acts) {
        synchronized (context.getBean("noroshi.notification.SpreadNews")) {
            acts.run();
        }
        untilTold();
    }

    private int waiting() {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var rows = owner.createStatement().executeQuery("""
                        select (select count(*) from notification.happening where spread_at is null and next_at <= now())
                             + (select count(*) from event.event_publication where completion_date is null
                                   and publication_date > now() - interval '20 seconds')
                        """)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
