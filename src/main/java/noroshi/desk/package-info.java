/** The consultation desk: matters are reported once, everybody concerned knows, help is coordinated, nothing is forgotten. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "site", "membership", "community", "topic"})
package noroshi.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
