/** What happened to one is told to all without saying to whom: copies of matters without names, shared with consent. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "site",
            "audit",
            "membership",
            "community",
            "topic",
            "asset",
            "bulletin",
            "desk",
            "intel",
            "intel :: blocklist"
        })
package noroshi.sanitised;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
