/** Circles of trust are formed: communities, their members, their meaning of TLP; and audiences are chosen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "site", "membership", "audit", "cli"})
package noroshi.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
