/** What the Centre has learned, kept as articles: proposed where something like it happens, published where it may be. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "site", "membership", "topic", "desk"})
package noroshi.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
