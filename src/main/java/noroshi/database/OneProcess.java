package noroshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** One application process per database: a session lock, gone with the process however it ends. */
@Component
class OneProcess implements DisposableBean {
    private static final long LOCK = 0x6E6F726F736869L; // "noroshi"
    private static final int SECONDS = 5;

    private final Connections connections;

    @Nullable
    private Connection holder;

    OneProcess(Connections connections) {
        this.connections = connections;
    }

    void keepOthersOut() {
        try {
            if (!hold()) {
                throw new CannotStart("another Noroshi is running on this database; only one process may.");
            }
        } catch (SQLException e) {
            throw new CannotStart("the database does not answer: " + e.getMessage(), e);
        }
    }

    /** Takes the lock, again when the connection that held it was lost; false when somebody else has it. */
    synchronized boolean hold() throws SQLException {
        if (holder != null && holder.isValid(SECONDS)) {
            return true;
        }
        var connection = connections.asApplication();
        if (!lock(connection)) {
            connection.close();
            return false;
        }
        holder = connection;
        return true;
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
