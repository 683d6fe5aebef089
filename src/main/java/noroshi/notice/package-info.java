/** What was seen at one organisation is told to it alone, answered, and chased until somebody answers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "site", "membership", "topic", "asset"})
package noroshi.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
