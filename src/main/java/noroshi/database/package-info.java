/** How the platform reaches its database: the built-in PostgreSQL, two roles, one reader per transaction, backup. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package noroshi.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
