/** Organisations register what is theirs, so that what is seen there can be told to them alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "site", "membership", "audit"})
package noroshi.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
