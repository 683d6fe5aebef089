package noroshi.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Opens the database at start: check the roles, keep other processes out, bring the structure up to date. */
@Component
class OpenTheDatabase implements FlywayMigrationStrategy {
    private final RoleCheck roles;
    private final OneProcess process;

    OpenTheDatabase(RoleCheck roles, OneProcess process) {
        this.roles = roles;
        this.process = process;
    }

    @Override
    public void migrate(Flyway flyway) {
        roles.check();
        process.keepOthersOut();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new CannotStart("the structure of the database cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
