package noroshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Refuses a database where row level security would not hold for the application's role. */
@Component
class RoleCheck {
    private static final int OLDEST = 15;
    private static final int MAJOR = 10_000;
    private static final String FAULTS = """
            select case
                     when r.rolsuper     then 'is a superuser'
                     when r.rolbypassrls then 'bypasses row level security'
                     when r.rolcreaterole then 'may create roles'
                     when pg_has_role(current_user, ?, 'member') then 'is a member of the owner role'
                     when exists (select 1 from pg_class c where c.relowner = r.oid) then 'owns tables'
                     when exists (select 1 from pg_namespace n where n.nspowner = r.oid) then 'owns a schema'
                     when exists (select 1 from pg_database d where d.datname = current_database() and d.datdba = r.oid)
                       then 'owns the database'
                   end
              from pg_roles r
             where r.rolname = current_user
            """;

    private final Connections connections;

    RoleCheck(Connections connections) {
        this.connections = connections;
    }

    void check() {
        var user = connections.application().user();
        if (user.equals(connections.owner().user())) {
            throw new CannotStart("NOROSHI_DB_USER and NOROSHI_DB_OWNER_USER name the same role " + user
                    + "; the application must not own its tables. bin/noroshi doctor --sql prints the script for two.");
        }
        try (var connection = connections.asApplication()) {
            checkVersion(connection);
            checkRole(connection, user);
        } catch (SQLException e) {
            throw new CannotStart("the database does not answer the role " + user + ": " + e.getMessage(), e);
        }
    }

    private static void checkVersion(Connection connection) throws SQLException {
        try (var row = connection.createStatement().executeQuery("show server_version_num")) {
            row.next();
            if (row.getInt(1) < OLDEST * MAJOR) {
                throw new CannotStart(
                        "the database is PostgreSQL " + row.getInt(1) / MAJOR + "; 15 or newer is needed.");
            }
        }
    }

    private void checkRole(Connection connection, String user) throws SQLException {
        try (var query = connection.prepareStatement(FAULTS)) {
            query.setString(1, connections.owner().user());
            var row = query.executeQuery();
            row.next();
            var fault = row.getString(1);
            if (fault != null) {
                throw new CannotStart("the application's database role " + user + " " + fault
                        + ", so row level security would not hold. bin/noroshi doctor --sql prints the right set-up.");
            }
        }
    }
}
