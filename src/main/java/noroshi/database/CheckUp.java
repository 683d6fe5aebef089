package noroshi.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Service;

/** Looks at the database the way a doctor does: is everything as it must be? */
@Service
public class CheckUp {
    private final Connections connections;
    private final RoleCheck roles;
    private final Flyway flyway;
    private final List<Sealed> sealed;

    CheckUp(Connections connections, RoleCheck roles, Flyway flyway, List<Sealed> sealed) {
        this.connections = connections;
        this.roles = roles;
        this.flyway = flyway;
        this.sealed = sealed.stream().sorted(Comparator.comparing(Sealed::key)).toList();
    }

    /** One thing that was looked at. */
    public record Finding(String check, boolean well, String detail) {}

    public List<Finding> look() {
        var findings = new ArrayList<>(
                List.of(roles(), structure(), ask("database", """
                select true, 'PostgreSQL ' || current_setting('server_version') || ', '
                       || pg_size_pretty(pg_database_size(current_database()))
                """), ask("durability", """
                select current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off',
                       'fsync ' || current_setting('fsync') || ', synchronous_commit '
                       || current_setting('synchronous_commit')
                """), ask("events", """
                select count(*) = 0, count(*) || ' older than ten minutes still to be heard'
                  from event.event_publication
                 where completion_date is null and publication_date < now() - interval '10 minutes'
                """)));
        sealed.forEach(one -> findings.add(tried(one)));
        return findings;
    }

    private Finding roles() {
        try {
            roles.check();
            return new Finding("roles", true, "the application owns nothing and bypasses nothing");
        } catch (CannotStart fault) {
            return new Finding("roles", false, String.valueOf(fault.getMessage()));
        }
    }

    private Finding structure() {
        var pending = flyway.info().pending().length;
        return new Finding("structure", pending == 0, pending == 0 ? "up to date" : pending + " migrations pending");
    }

    /** A key that is no longer the one with which things were sealed shows only when somebody opens them. */
    private Finding tried(Sealed sealed) {
        var check = sealed.key().file();
        var trials = new EnumMap<Sealed.Trial, Integer>(Sealed.Trial.class);
        try (var connection = connections.asOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sealed.sample())) {
            while (row.next()) {
                trials.merge(sealed.opens(row), 1, Integer::sum);
            }
        } catch (SQLException e) {
            return new Finding(check, false, String.valueOf(e.getMessage()));
        }
        var tried = trials.values().stream().mapToInt(Integer::intValue).sum();
        trials.remove(Sealed.Trial.OPEN);
        var faults = trials.entrySet().stream()
                .map(fault -> fault.getValue() + " of " + tried + " tried "
                        + fault.getKey().words())
                .collect(Collectors.joining(", "));
        return new Finding(check, faults.isEmpty(), faults.isEmpty() ? tried + " tried, all open" : faults);
    }

    private Finding ask(String check, String query) {
        try (var connection = connections.asOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return new Finding(check, row.getBoolean(1), row.getString(2));
        } catch (SQLException e) {
            return new Finding(check, false, String.valueOf(e.getMessage()));
        }
    }
}
