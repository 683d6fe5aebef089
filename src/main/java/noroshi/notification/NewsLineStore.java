package noroshi.notification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of open pages: one connection listens for all of them, and counts are asked for all at once. */
@Repository
class NewsLineStore {
    private final JdbcClient jdbc;
    private final DataSource connections;

    NewsLineStore(JdbcClient jdbc, DataSource connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /** What one person was told, and how much they have not read. */
    record Count(UUID person, UUID item, int unread) {}

    List<Count> counts(UUID happening, Collection<UUID> people) {
        return jdbc.sql("select person, item, unread from notification.counts(:happening, :people)")
                .param("happening", happening)
                .param("people", people.toArray(UUID[]::new))
                .query((row, n) -> new Count(
                        row.getObject("person", UUID.class), row.getObject("item", UUID.class), row.getInt("unread")))
                .list();
    }

    /** A connection that hears what is spread. */
    Line open() throws SQLException {
        var connection = connections.getConnection();
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("listen noroshi_notification");
            return new Line(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The line; whoever opened it closes it. */
    record Line(Connection connection) implements AutoCloseable {
        /** The happenings spread since then, waiting a little when there are none. */
        List<UUID> hear(int atMostMillis) throws SQLException {
            var heard = connection.unwrap(PGConnection.class).getNotifications(atMostMillis);
            var ids = new ArrayList<UUID>();
            if (heard != null) {
                for (var each : heard) {
                    ids.add(UUID.fromString(each.getParameter()));
                }
            }
            return ids;
        }

        @Override
        public void close() throws SQLException {
            try (connection;
                    var statement = connection.createStatement()) {
                statement.execute("unlisten *");
            }
        }
    }
}
