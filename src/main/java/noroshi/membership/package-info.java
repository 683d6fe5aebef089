/** Organisations join and leave, people sign in; who they are and what their seats allow. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "site", "audit", "database", "cli"})
package noroshi.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
