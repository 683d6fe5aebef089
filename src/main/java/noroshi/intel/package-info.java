/** Threat information from elsewhere is collected, checked, kept as received, and found again. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "site", "membership", "community", "audit", "cli", "topic", "asset", "database"
        })
package noroshi.intel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
