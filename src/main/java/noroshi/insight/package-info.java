/** The national picture: how much the platform is used, what is read by whom and how soon, counted from records. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "site",
            "site::chart",
            "membership",
            "topic",
            "bulletin",
            "notice",
            "notification"
        })
package noroshi.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
