/** What the operator sees and says: the ready line, the probes, the command line. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "site", "audit", "database"})
package noroshi.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
