package noroshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a database administrator prepares before the platform can move in: two roles, one database, two extensions. */
record Setup(String database, Login application, Login owner) {
    static final String OWNER = "noroshi_owner";
    static final String APPLICATION = "noroshi_app";
    static final String DATABASE = "noroshi";

    /** Does it on a server where we are the administrator; may be repeated. */
    void apply(Connection server) throws SQLException {
        for (var login : List.of(owner, application)) {
            var verb = exists(server, "select 1 from pg_roles where rolname = ?", login.user()) ? "alter" : "create";
            execute(server, role(verb, login));
        }
        if (!exists(server, "select 1 from pg_database where datname = ?", database)) {
            execute(server, createDatabase());
        }
        execute(server, closeDatabase());
    }

    /** Does the part inside the database; may be repeated. */
    void applyInside(Connection inside) throws SQLException {
        execute(inside, extensions());
    }

    /** The same as a script for psql. */
    String script() {
        return String.join(
                ";\n",
                role("create", owner),
                role("create", application),
                createDatabase(),
                closeDatabase(),
                "\\connect " + database + "\n" + extensions() + "\n");
    }

    private static String role(String verb, Login login) {
        return verb + " role " + login.user()
                + " login nosuperuser nobypassrls nocreaterole nocreatedb noinherit password '" + login.password()
                + "'";
    }

    private String createDatabase() {
        return "create database " + database + " owner " + owner.user()
                + " encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' template template0";
    }

    private String closeDatabase() {
        return """
                revoke connect, temporary on database %1$s from public;
                grant connect on database %1$s to %2$s, %3$s""".formatted(database, owner.user(), application.user());
    }

    private static String extensions() {
        return """
                create extension if not exists pg_trgm with schema public;
                create extension if not exists btree_gin with schema public;""";
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
