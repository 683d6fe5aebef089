package noroshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The owner's entrance to the database: for filling it at its first start, never for answering a request. */
@Component
public class OwnerEntrance {
    private final Connections connections;

    OwnerEntrance(Environment environment) {
        this.connections = Connections.of(environment);
    }

    /** A connection of its own, outside the pool, before which the wall does not stand. */
    public Connection open() throws SQLException {
        return connections.asOwner();
    }
}
