package noroshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the owner role owns, read from PostgreSQL's own catalogue, so that no table is ever forgotten. */
final class Catalogue {
    private final Connection owner;

    Catalogue(Connection owner) {
        this.owner = owner;
    }

    /** A table without its number of rows. */
    record Table(String schema, String name, List<String> columns) {
        String entry() {
            return Manifest.Table.entry(schema, name);
        }

        String quoted() {
            return quote(schema) + "." + quote(name);
        }

        String quotedColumns() {
            return String.join(", ", columns.stream().map(Catalogue::quote).toList());
        }
    }

    record ForeignKey(String table, String name, String definition) {}

    /** Our schemas; Flyway's own records come back by themselves when the structure does. */
    List<String> schemas() throws SQLException {
        return strings("""
                select nspname from pg_namespace
                 where pg_get_userbyid(nspowner) = current_user and nspname not in ('flyway', 'public')
                 order by nspname
                """);
    }

    List<Table> tables() throws SQLException {
        var tables = new ArrayList<Table>();
        try (var query = owner.createStatement();
                var rows = query.executeQuery("""
                select n.nspname, c.relname,
                       array(select a.attname::text from pg_attribute a
                              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                              order by a.attnum)
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and pg_get_userbyid(n.nspowner) = current_user
                   and n.nspname not in ('flyway', 'public')
                 order by n.nspname, c.relname
                """)) {
            while (rows.next()) {
                var columns = (String[]) rows.getArray(3).getArray();
                tables.add(new Table(rows.getString(1), rows.getString(2), List.of(columns)));
            }
        }
        return tables;
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        try (var query = owner.createStatement();
                var rows = query.executeQuery("""
                select schemaname, sequencename, last_value from pg_sequences
                 where sequenceowner = current_user and schemaname <> 'flyway' and last_value is not null
                 order by schemaname, sequencename
                """)) {
            while (rows.next()) {
                sequences.add(new Manifest.Sequence(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return sequences;
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        var keys = new ArrayList<ForeignKey>();
        try (var query = owner.createStatement();
                var rows = query.executeQuery("""
                select k.conrelid::regclass::text, quote_ident(k.conname), pg_get_constraintdef(k.oid)
                  from pg_constraint k
                  join pg_namespace n on n.oid = k.connamespace
                 where k.contype = 'f' and k.conparentid = 0 and pg_get_userbyid(n.nspowner) = current_user
                """)) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    /** The migrations that were applied, as paths below {@code db/migration}. */
    List<String> migrations() throws SQLException {
        return strings("""
                select distinct script from flyway.flyway_schema_history
                 where success and type = 'SQL' order by script
                """);
    }

    private List<String> strings(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var query = owner.createStatement();
                var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
