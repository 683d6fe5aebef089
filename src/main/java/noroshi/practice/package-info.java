/** The practice desk: anybody tries out reporting, is answered, and nothing of it reaches what is real. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "site", "membership", "desk"})
package noroshi.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
