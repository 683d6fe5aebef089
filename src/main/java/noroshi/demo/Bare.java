package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes indexes and references off tables while they are filled, and puts them back exactly as they were. */
final class Bare {
    /** Only of tables that no other refers to. Keys come back first, references last. */
    private static final String WHAT = """
            select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as off,
                   format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname,
                          pg_get_constraintdef(c.oid)) as back,
                   case c.contype when 'f' then 3 else 1 end as turn
              from pg_constraint c
             where c.conrelid = any (?::regclass[]) and c.contype in ('p', 'u', 'f')
             union all
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 2
              from pg_index i
             where i.indrelid = any (?::regclass[])
               and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
             order by turn, back
            """;

    private final Connection database;
    private final List<String> back = new ArrayList<>();

    Bare(Connection database, String... tables) throws SQLException {
        this.database = database;
        var off = new ArrayList<String>();
        try (var question = database.prepareStatement(WHAT)) {
            question.setArray(1, database.createArrayOf("text", tables));
            question.setArray(2, database.createArrayOf("text", tables));
            var rows = question.executeQuery();
            while (rows.next()) {
                off.add(rows.getString("off"));
                back.add(rows.getString("back"));
            }
        }
        run(off.reversed());
    }

    void dress() throws SQLException {
        run(back);
    }

    private void run(List<String> statements) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
