/** Threat information is written at two levels, reviewed, released and read. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "site",
            "membership",
            "community",
            "topic",
            "intel",
            "intel :: warning"
        })
package noroshi.bulletin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
