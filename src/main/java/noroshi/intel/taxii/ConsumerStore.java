package noroshi.intel.taxii;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import noroshi.shared.Window;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** SQL of who asked, and what they got. */
@Repository
class ConsumerStore {
    private final JdbcTemplate jdbc;

    ConsumerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void count(List<Consumers.Count> counts, Instant at) {
        jdbc.execute(
                (Connection connection) ->
                        connection.prepareStatement("select intel.count_deliveries(?, ?, ?, ?, ?, ?, ?, ?)"),
                (PreparedStatement statement) -> {
                    array(statement, 1, "uuid", counts, count -> count.key().account());
                    array(statement, 2, "uuid", counts, count -> count.key().organisation());
                    array(statement, 3, "uuid", counts, count -> count.key().collection());
                    statement.setTimestamp(4, Timestamp.from(at));
                    array(statement, 5, "int8", counts, Consumers.Count::asked);
                    array(statement, 6, "int8", counts, Consumers.Count::delivered);
                    array(statement, 7, "int8", counts, count -> count.delivered() == 0 ? null : count.first());
                    array(statement, 8, "int8", counts, count -> count.delivered() == 0 ? null : count.last());
                    return statement.execute();
                });
    }

    private static void array(
            PreparedStatement statement,
            int at,
            String type,
            List<Consumers.Count> counts,
            Function<Consumers.Count, Object> value)
            throws SQLException {
        statement.setArray(
                at,
                statement
                        .getConnection()
                        .createArrayOf(type, counts.stream().map(value).toArray()));
    }

    void forget(Instant before) {
        jdbc.execute(
                (Connection connection) -> connection.prepareStatement("select intel.forget_deliveries(?)"),
                (PreparedStatement statement) -> {
                    statement.setTimestamp(1, Timestamp.from(before));
                    return statement.execute();
                });
    }

    /** Those that the reader may know of, the latest first; of one collection, or of all. */
    List<Consumer> consumers(Optional<UUID> collection, Window window) {
        return jdbc.query(
                """
                select account, collection, organisation, first_at, last_at, asked, delivered
                  from intel.consumer where ?::uuid is null or collection = ?::uuid
                 order by last_at desc, account, collection limit ? offset ?
                """,
                (row, n) -> new Consumer(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant(),
                        row.getLong(6),
                        row.getLong(7)),
                collection.orElse(null),
                collection.orElse(null),
                window.size(),
                window.offset());
    }

    /** What a machine got, hour by hour, the latest first. */
    List<Delivery> deliveries(UUID account, UUID collection, Window window) {
        return jdbc.query(
                """
                select hour, asked, delivered, first, last from intel.delivery
                 where account = ? and collection = ? order by hour desc limit ? offset ?
                """,
                (row, n) -> new Delivery(
                        row.getTimestamp(1).toInstant(),
                        row.getLong(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getObject(4, Long.class)).map(Stamp::instant),
                        Optional.ofNullable(row.getObject(5, Long.class)).map(Stamp::instant)),
                account,
                collection,
                window.size(),
                window.offset());
    }
}
