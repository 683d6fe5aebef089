package noroshi.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** The same questions put to the database alone, as the application's role, behind the same wall. */
final class Raw {
    /** One question of one reader: its statement and the values it asks with. */
    record Question(UUID reader, String sql, Object... values) {}

    private final String url;
    private final String user;
    private final String password;

    Raw(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Transactions a second over a few connections. */
    double perSecond(int connections, Duration length, LongFunction<Question> next) throws Exception {
        var start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var work = new ArrayList<Future<Long>>();
            for (int i = 0; i < connections; i++) {
                long offset = i;
                work.add(threads.submit(() -> one(start, length.toNanos(), offset, connections, next)));
            }
            long all = 0;
            for (var done : work) {
                all += done.get();
            }
            return all / ((System.nanoTime() - start) / 1e9);
        }
    }

    private long one(long start, long length, long offset, int step, LongFunction<Question> next) throws SQLException {
        long done = 0;
        try (var connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            for (long n = offset; System.nanoTime() - start < length; n += step) {
                ask(connection, next.apply(n));
                done++;
            }
        }
        return done;
    }

    private static void ask(Connection connection, Question question) throws SQLException {
        try (var reader = connection.prepareStatement("select set_config('noroshi.person', ?, true)");
                var statement = connection.prepareStatement(question.sql())) {
            reader.setString(1, question.reader().toString());
            reader.execute();
            bind(statement, question.values());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
        }
        connection.commit();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
