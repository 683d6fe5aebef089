package noroshi.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.database.OwnerEntrance;

/** Counts what is in the loaded database, as its owner. */
class Records {
    private final OwnerEntrance entrance;

    Records(OwnerEntrance entrance) {
        this.entrance = entrance;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Row<T> reader) {
        try (var database = entrance.open();
                var row = database.createStatement().executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return rows(sql, row -> row.getLong(1)).getFirst();
    }

    List<String> list(String sql) {
        return rows(sql, row -> row.getString(1));
    }

    Map<String, Long> counts(String sql) {
        var counts = new HashMap<String, Long>();
        rows(sql, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    Map<String, Long> byDay(String table, String column) {
        return counts("select (%s at time zone 'Asia/Tokyo')::date::text, count(*) from %s group by 1"
                .formatted(column, table));
    }

    long between(String table, LocalDate from, LocalDate to) {
        return number("select count(*) from %s where (at at time zone 'Asia/Tokyo')::date between '%s' and '%s'"
                .formatted(table, from, to));
    }

    long until(String table, String column, LocalDate last) {
        return number("select count(*) from %s where (%s at time zone 'Asia/Tokyo')::date <= '%s'"
                .formatted(table, column, last));
    }
}
