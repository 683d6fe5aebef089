/** Who is on watch at the Centre, from when to when, and what one shift hands over to the next. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "site", "membership", "insight", "desk"})
package noroshi.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
