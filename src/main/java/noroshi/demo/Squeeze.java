package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * On the world's last day itself everything that happened on it has happened by now: its times are pressed evenly into
 * the hours that have passed, so that their number and their order stay. Plans stay where they are.
 */
final class Squeeze {
    /** Names of columns for what is due, announced or on a timetable; everything else that bears a time has happened. */
    private static final String[] PLANS = {
        "begins_at", "call_at", "due_at", "ends_at", "expires_at", "remind_at", "review_due_at", "second_at", "until_at"
    };

    /** Of every table of ours: the columns that hold times and are written, not derived. */
    private static final String COLUMNS = """
            select c.oid::regclass::text as "table", quote_ident(a.attname) as "column"
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
              join pg_namespace n on n.oid = c.relnamespace
             where a.atttypid = 'timestamptz'::regtype and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
               and c.relpersistence = 'p' and n.nspname not like 'pg\\_%' and n.nspname not in ('flyway', 'event')
               and a.attname <> all (?)
             order by 1, 2
            """;

    private final Connection database;
    private final Instant midnight;
    private final Instant now;

    /** Presses the day that {@code now} lies in. */
    Squeeze(Connection database, Instant now) {
        this.database = database;
        this.midnight = Calendar.start(LocalDate.ofInstant(now, Calendar.ZONE));
        this.now = now;
    }

    void put() throws SQLException {
        run("set constraints all immediate");
        for (var table : columns().entrySet()) {
            if (reaches(table.getKey(), table.getValue())) {
                press(table.getKey(), table.getValue());
            }
        }
        run("set constraints all deferred");
    }

    private Map<String, List<String>> columns() throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        try (var question = database.prepareStatement(COLUMNS)) {
            question.setArray(1, database.createArrayOf("text", PLANS));
            var rows = question.executeQuery();
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString("table"), _ -> new ArrayList<>())
                        .add(rows.getString("column"));
            }
        }
        return columns;
    }

    private boolean reaches(String table, List<String> columns) throws SQLException {
        var any = columns.stream().map(column -> column + " > ?").collect(Collectors.joining(" or "));
        try (var question =
                database.prepareStatement("select exists (select from %s where %s)".formatted(table, any))) {
            for (int i = 1; i <= columns.size(); i++) {
                question.setObject(i, midnight.atOffset(ZoneOffset.UTC));
            }
            var row = question.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Past the guards of what is never changed: nobody has seen it yet. */
    private void press(String table, List<String> columns) throws SQLException {
        var day = Duration.between(
                midnight, Calendar.start(LocalDate.ofInstant(now, Calendar.ZONE).plusDays(1)));
        var share = (double) Duration.between(midnight, now).toMillis() / day.toMillis();
        var from = OffsetDateTime.ofInstant(midnight, ZoneOffset.UTC);
        var until = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        var pressed = columns.stream()
                .map(column -> String.format(
                        Locale.ROOT,
                        "%1$s = case when %1$s > '%2$s' then least('%3$s', '%2$s'::timestamptz + (%1$s - '%2$s') * %4$f)"
                                + " else %1$s end",
                        column,
                        from,
                        until,
                        share))
                .collect(Collectors.joining(", "));
        var reached =
                columns.stream().map(column -> column + " > '" + from + "'").collect(Collectors.joining(" or "));
        run("alter table " + table + " disable trigger user");
        run("update " + table + " set " + pressed + " where " + reached);
        run("alter table " + table + " enable trigger user");
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
