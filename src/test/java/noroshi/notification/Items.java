package noroshi.notification;

import java.sql.DriverManager;
import java.sql.SQLException;
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

    /** Whom an item is for, and what it is about. */
    private record Known(UUID person, Optional<UUID> topic) {}

    Optional<UUID> topicOf(UUID item) {
        return known(item).topic();
    }

    UUID personOf(UUID item) {
        return known(item).person();
    }

    private Known known(UUID item) {
        if (!items.containsKey(item)) {
            read();
        }
        return Optional.ofNullable(items.get(item)).orElseThrow();
    }

    private void read() {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var rows = owner.createStatement().executeQuery("select id, person, topic from notification.item")) {
            while (rows.next()) {
                var topic = Optional.ofNullable(rows.getObject(3, UUID.class));
                items.put(rows.getObject(1, UUID.class), new Known(rows.getObject(2, UUID.class), topic));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
