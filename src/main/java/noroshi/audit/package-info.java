/** Every act is remembered, in the transaction of the act, and can be read by whom it concerns. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "site"})
package noroshi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
