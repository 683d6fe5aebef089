package noroshi.notification;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** What stands behind the ids that leave, read as the owner of the database. */
@TestComponent
class Items {
    @Autowired
    Environment environment;

    private final Map<UUID, Known> items = new ConcurrentHashMap<>();

    /** Whom an item is for, what it is about, and how much it matters. */
    record Known(UUID person, Optional<UUID> topic, What what, Weight weight, Instant at) {}

    Known known(UUID item) {
        if (!items.containsKey(item)) {
            read();
        }
        return Optional.ofNullable(items.get(item)).orElseThrow();
    }

    /** How many there are. */
    int all() {
        read();
        return items.size();
    }

    private void read() {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var rows = owner.createStatement()
                        .executeQuery("select id, person, topic, what, weight, at from notification.item")) {
            while (rows.next()) {
                items.put(
                        rows.getObject(1, UUID.class),
                        new Known(
                                rows.getObject(2, UUID.class),
                                Optional.ofNullable(rows.getObject(3, UUID.class)),
                                What.valueOf(rows.getString(4)),
                                Weight.of(rows.getString(5)),
                                rows.getTimestamp(6).toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
