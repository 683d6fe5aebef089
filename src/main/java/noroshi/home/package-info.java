/** What concerns a reader today, in the order in which they should look at it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "site",
            "membership",
            "community",
            "topic",
            "asset",
            "bulletin",
            "notice",
            "insight",
            "notification",
            "audit",
            "desk",
            "sanitised",
            "watch",
            "intel :: blocklist",
            "intel :: drop"
        })
package noroshi.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
