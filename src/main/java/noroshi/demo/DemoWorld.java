package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import noroshi.database.CannotStart;
import noroshi.database.OwnerEntrance;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** At the first start, before anybody can enter, the demo world is loaded; whole, or not at all. */
@Component
class DemoWorld implements SmartInitializingSingleton {
    private final Environment environment;
    private final OwnerEntrance entrance;
    private final Clock clock;
    private final Moving moving;

    DemoWorld(Environment environment, OwnerEntrance entrance, Clock clock, Moving moving) {
        this.environment = environment;
        this.entrance = entrance;
        this.clock = clock;
        this.moving = moving;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (environment.getProperty("noroshi.demo", Boolean.class, false)) {
            try (var database = entrance.open()) {
                database.setAutoCommit(false);
                loadOnce(database);
                database.commit();
            } catch (SQLException e) {
                throw new IllegalStateException("the demo world could not be loaded", e);
            }
        }
    }

    private void loadOnce(Connection database) throws SQLException {
        if (holds(database, "select exists (select from demo.world)")) {
            return;
        }
        if (holds(database, """
                select exists (select from membership.organisation) or exists (select from membership.person)
                    or exists (select from topic.topic)
                """)) {
            throw new CannotStart("NOROSHI_DEMO is on, but this database holds data that is not the demo world's."
                    + " Set NOROSHI_DEMO=false, or give the demo an empty database.");
        }
        moving.in(database, clock.instant());
    }

    private static boolean holds(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
