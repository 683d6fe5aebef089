/** Every act is remembered, in the transaction of the act. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package noroshi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
