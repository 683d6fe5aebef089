/** What happened reaches the people it concerns, by the means they chose, and no further than its label allows. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "cli",
            "site",
            "membership",
            "community",
            "topic",
            "asset",
            "bulletin",
            "notice",
            "intel",
            "intel :: permit",
            "intel :: blocklist",
            "intel :: cut",
            "intel :: drop",
            "intel :: enquiry",
            "desk",
            "sanitised",
            "database"
        })
package noroshi.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
