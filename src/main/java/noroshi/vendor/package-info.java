/** Whom one may hire: a list without recommendation, and the matters that went on with somebody of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "site", "membership", "desk"})
package noroshi.vendor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
