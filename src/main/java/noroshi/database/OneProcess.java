package noroshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** One application process per database: a session lock, gone with the process however it ends. */
@Component
class OneProcess implements DisposableBean {
    private static final long LOCK = 0x6E6F726F736869L; // "noroshi"

    private final Connections connections;

    @Nullable
    private Connection holder;

    OneProcess(Environment environment) {
        this.connections = Connections.of(environment);
    }

    synchronized void keepOthersOut() {
        try {
            var connection = connections.asApplication();
            if (!lock(connection)) {
                connection.close();
                throw new CannotStart("another Noroshi is running on this database; only one process may.");
            }
            holder = connection;
        } catch (SQLException e) {
            throw new CannotStart("the database does not answer: " + e.getMessage(), e);
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, LOCK);
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public synchronized void destroy() throws SQLException {
        if (holder != null) {
            holder.close();
        }
    }
}
